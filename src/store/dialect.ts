/** The two databases; they differ in locking, in waking each other and in how a backup is made. */
export type Dialect = 'sqlite' | 'postgres'
