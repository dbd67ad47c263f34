import { PorterStemmer, PorterStemmerRu } from 'natural/lib/natural/stemmers/index.js'

/** The words and numbers of a normalised text, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.replace(/(\p{L})['’](\p{L})/gu, '$1$2').match(/\p{L}+|\p{N}+/gu) ?? []
}

/** What the forms of a normalised word have in common; Russian and English words by their own rules. */
export function stemOf(word: string): string {
  if (/[а-я]/.test(word)) return PorterStemmerRu.stem(word)
  if (/[a-z]/.test(word)) return PorterStemmer.stem(word)
  return word
}
