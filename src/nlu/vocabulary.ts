/** The features that the corpus has, by number. It grows while the corpus is read, and then no more. */
export interface Vocabulary {
  readonly size: number
  /** The number of a stem, a pair of stems or a synonym. */
  word(feature: string, learn: boolean): number | undefined
  /** The number of a character n-gram. */
  gram(feature: string, learn: boolean): number | undefined
  /** A feature as a reader wants to see it; n-grams are in dots. */
  nameOf(id: number): string
}

export function createVocabulary(): Vocabulary {
  const words = new Map<string, number>()
  const grams = new Map<string, number>()
  const names: string[] = []
  const numberIn = (kind: Map<string, number>, feature: string, learn: boolean): number | undefined => {
    const known = kind.get(feature)
    if (known !== undefined || !learn) return known
    kind.set(feature, names.length)
    names.push(kind === grams ? `…${feature}…` : feature)
    return names.length - 1
  }
  return {
    get size() {
      return names.length
    },
    word: (feature, learn) => numberIn(words, feature, learn),
    gram: (feature, learn) => numberIn(grams, feature, learn),
    nameOf: (id) => names[id] ?? '',
  }
}
