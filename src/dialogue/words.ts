import { normalize } from '../nlu/normalize.ts'
import { wordsOf } from '../nlu/tokens.ts'

/** Nothing of a longer text is looked at, as in matching. */
export const READ_AT_MOST = 4096

/** The words and numbers of a text, comparable. */
export function wordsIn(text: string): readonly string[] {
  return wordsOf(normalize(text))
}

/** The sentences of a text, those without a word left out. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .slice(0, READ_AT_MOST)
    .split(/[.!?…;\n]+/)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

export function startsWith(words: readonly string[], start: readonly string[]): boolean {
  return start.length <= words.length && start.every((word, at) => words[at] === word)
}
