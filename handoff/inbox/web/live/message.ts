import type { TicketSummary } from '../../protocol.ts'

/** offline is for the page to say: the browser knows better than the line. */
export type LineState = 'connecting' | 'open' | 'lost' | 'ended'

/** What the one connection tells every tab. */
export type LiveMessage =
  | { readonly kind: 'state'; readonly state: LineState }
  | { readonly kind: 'ticket'; readonly ticket: TicketSummary }
  /** Something may have been missed: fetch again. `now` is the server's time, when it was told. */
  | { readonly kind: 'refetch'; readonly now: number | undefined }

/** What a tab asks of the connection. hello: tell me the state · bye: this tab goes. */
export type LiveRequest = 'hello' | 'start' | 'stop' | 'retry' | 'bye'
