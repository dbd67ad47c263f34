import type { Band } from '../core/outcome.ts'

/** From here the best candidate's answer is given. */
export const ANSWER_FROM = 0.55
/** From here the citizen is asked which of the candidates is meant; below, nothing was understood. */
export const CLARIFY_FROM = 0.2

export function bandOf(confidence: number): Band {
  if (confidence >= ANSWER_FROM) return 'answer'
  return confidence >= CLARIFY_FROM ? 'clarify' : 'fallback'
}
