import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Dialect } from './dialect.ts'
import type { Tables } from './schema.ts'
import type { Session } from './session.ts'

/** A place for a value in a query that is compiled once. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Marks where a value goes; typed by a cast, since PostgreSQL cannot always tell. */
export interface Places {
  text(name: string): RawBuilder<string>
  number(name: string): RawBuilder<number>
}

const PLACES: Places = {
  text: (name) => sql<string>`cast(${new Place(name)} as text)`,
  number: (name) => sql<number>`cast(${new Place(name)} as bigint)`,
}

export interface Ran<Row> {
  readonly rows: readonly Row[]
  readonly changed: number
}

/**
 * A statement of the road: built and compiled at its first use, once for each dialect. The drivers
 * prepare it by its text (`sqlite.ts`, `postgres.ts`), so a repetition costs its execution alone.
 */
export function hotQuery<Row>(build: (db: Kysely<Tables>, at: Places, dialect: Dialect) => Compilable<Row>) {
  const compiled = new Map<Dialect, CompiledQuery<Row>>()
  return async function run(
    { db, dialect }: Session,
    values: Readonly<Record<string, string | number | null>>,
  ): Promise<Ran<Row>> {
    const query = compiled.get(dialect) ?? build(db, PLACES, dialect).compile()
    compiled.set(dialect, query)
    const parameters = query.parameters.map((each) => (each instanceof Place ? values[each.name] : each))
    const { rows, numAffectedRows } = await db.executeQuery<Row>({ ...query, parameters })
    return { rows, changed: Number(numAffectedRows ?? 0n) }
  }
}
