import type { AccessTx } from '../../../src/contracts/inbox-store.ts'

/**
 * From here to the end of the transaction nobody else is at `what`, in any process: reading and then
 * writing would otherwise let two pass where one may. A row that all of them write holds the others up.
 */
export function takeTurns(tx: AccessTx, what: 'administrators' | 'attempts', at: number): Promise<void> {
  return tx.noteAttempts(`turns ${what}`, { failures: 0, lockedUntil: 0, at })
}
