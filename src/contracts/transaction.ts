/**
 * Runs `work` in one transaction: everything it wrote is kept, or nothing is. Resolves after the commit.
 * Inside, nothing but `tx` may be awaited: on SQLite other work shares the commit and waits.
 */
export type Transact<Tx> = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
