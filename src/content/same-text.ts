/**
 * A phrase as it is compared with another: letters and digits only, small, ё as е. Matching has its
 * own, richer way; this one only answers whether an editor wrote the same phrase twice.
 */
export function sameText(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
