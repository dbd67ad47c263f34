import type { ChannelName } from '../../src/core/ids.ts'
import type { Localized } from '../../src/core/locale.ts'

/** Everything about a Telegram bot that the one who runs it decides. */
export interface TelegramSettings {
  readonly name: ChannelName
  readonly token: string
  /** Of one's own Bot API server, no slash at its end; Telegram's when undefined. */
  readonly apiRoot: string | undefined
  readonly mode:
    | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }
    | { readonly kind: 'polling' }
  readonly perSecond: number
  readonly menu: readonly { readonly command: string; readonly description: Localized }[]
}
