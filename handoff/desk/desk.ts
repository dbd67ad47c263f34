import type { Desk } from '../../src/contracts/desk.ts'
import { teamName } from '../../src/core/ids.ts'
import { openTicket } from './open.ts'
import { withdrawTicket } from './withdraw.ts'

/** Who takes what no team is named for. */
const GENERAL = teamName('general')

/** The gateway's door to the operators. */
export const desk: Desk = {
  open: (tx, handoff) => openTicket(tx, handoff, GENERAL),
  withdraw: withdrawTicket,
}
