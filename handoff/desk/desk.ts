import type { Desk } from '../../src/contracts/desk.ts'
import { teamName } from '../../src/core/ids.ts'
import { closeResolved } from './close.ts'
import type { DeskDeps } from './deps.ts'
import { hearCitizen } from './hear.ts'
import { leaveDesk } from './leave.ts'
import { openTicket } from './open.ts'
import { releaseLapsed } from './release.ts'
import { reopenByNumber } from './reopen.ts'
import { withdrawTicket } from './withdraw.ts'

/** Who takes what no team is named for. */
const GENERAL = teamName('general')

/** The gateway's door to the operators. */
export function createDesk(deps: DeskDeps): Desk {
  return {
    open: (tx, handoff) => openTicket(tx, handoff, GENERAL),
    withdraw: withdrawTicket,
    hear: hearCitizen,
    reopen: reopenByNumber,
    leave: leaveDesk,
    async sweep(tx, at) {
      const moved =
        (await releaseLapsed(tx, at, deps)) ?? (await closeResolved(tx, at, deps.times.closeAfterMs))
      return moved !== undefined
    },
  }
}
