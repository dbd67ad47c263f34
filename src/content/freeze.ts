import { types } from 'node:util'

/** The same value, and nobody can change it any more: not its fields, not its lists, not what is in its maps. */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  const held: Iterable<unknown> = types.isMap(value) ? value.values() : Object.values(value)
  for (const inner of held) freeze(inner)
  return Object.freeze(value)
}
