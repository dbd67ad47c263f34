import type { Locale } from '../core/locale.ts'
import type { Reply } from '../core/reply.ts'

/** What the gateway itself has to say to a citizen, in the words of the content. */
export interface Notices {
  /** The bot failed, or did not get to it: an operator has it now. Holds the ticket's slots. */
  failed(locale: Locale): Reply
  /** Too many messages too fast: they are all kept, the answer comes in a moment. */
  pace(locale: Locale): Reply
}
