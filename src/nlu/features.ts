/** Shortest and longest character n-gram; to add those of two and of five letters cost time and won nothing. */
const SHORTEST = 3
const LONGEST = 4

/** Calls `see` for each stem and each pair of neighbours. */
export function eachStemGram(stems: readonly string[], see: (feature: string) => void): void {
  for (const [at, stem] of stems.entries()) {
    see(stem)
    const next = stems[at + 1]
    if (next !== undefined) see(`${stem} ${next}`)
  }
}

/**
 * Calls `see` for each character n-gram of a word with a space at both of its ends, so that beginnings
 * and ends differ from middles. They bear typos, and forms that the stemmer keeps apart.
 */
export function eachCharGram(word: string, see: (gram: string) => void): void {
  const padded = ` ${word} `
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    if (length >= padded.length) {
      see(padded)
      return
    }
    for (let at = 0; at + length <= padded.length; at += 1) see(padded.slice(at, at + length))
  }
}
