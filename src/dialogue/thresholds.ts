/** A topic answered within this time is what «а в выходные?» is about, ms. */
export const TOPIC_LASTS_MS = 15 * 60_000
/** A title less likely than this is not worth offering. */
export const OFFER_FROM = 0.05
/** Titles in one clarification. */
export const OFFERED_AT_MOST = 3
/** Topics that lead on from an answer, shown below it. */
export const OPTIONS_AT_MOST = 3
/** Questions answered in one turn. */
export const ANSWERS_AT_MOST = 2
/** So many pieces of a turn are understood one by one; all of them are understood together. */
export const PIECES_AT_MOST = 8
/** A text of so few words may be the rest of a question asked before. */
export const SHORT_WORDS = 4
/** The same reply so often in a row is a loop. */
export const LOOP_AT = 3
/** Falling back so often in a row is for a human. */
export const FALLBACKS_AT_MOST = 2
