import type { Clock } from '../../../src/contracts/clock.ts'
import type { AccessTx } from '../../../src/contracts/inbox-store.ts'
import type { Log } from '../../../src/contracts/log.ts'
import type { Transact } from '../../../src/contracts/transaction.ts'

/** What letting operators in needs of the house. */
export interface AccessDeps {
  readonly transact: Transact<AccessTx>
  readonly clock: Clock
  readonly log: Log
  readonly randomBytes: (count: number) => Buffer
  /** With https the cookie is `__Host-okno`, Secure; else `okno` (loopback). */
  readonly isSecure: boolean
  /** Where links lead: `https://host`, no slash at the end. */
  readonly publicUrl: string
}
