/**
 * A text that both databases keep unchanged: PostgreSQL refuses U+0000, and neither keeps a lone
 * surrogate. Nothing else is taken away; matching and screens have their own rules.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}

/** JSON whose every string is `storable`, keys included. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return storable(inner)
    return inner
  })
}
