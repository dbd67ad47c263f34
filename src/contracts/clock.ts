/** The only way to learn the time, so that a test can choose it. */
export interface Clock {
  /** ms UTC. On PostgreSQL it is the database's time. */
  now(): number
  /** ms since some instant; never jumps. For measuring how long something took. */
  monotonic(): number
}
