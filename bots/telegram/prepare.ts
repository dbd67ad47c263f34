import type { CallBotApi } from './bot-api.ts'
import type { TelegramSettings } from './settings.ts'
import { ALLOWED_UPDATES } from './updates.ts'

/** How many updates Telegram may bring at once; the same chat's come one after the other all the same. */
const MAX_CONNECTIONS = 40

/** Tells Telegram how we want its updates, and what the menu of commands holds. */
export async function prepare(
  call: CallBotApi,
  { mode, menu }: TelegramSettings,
  signal: AbortSignal,
): Promise<void> {
  if (mode.kind === 'webhook') {
    await call('setWebhook', signal, (api, until) =>
      api.setWebhook(
        mode.url,
        { secret_token: mode.secret, allowed_updates: ALLOWED_UPDATES, max_connections: MAX_CONNECTIONS },
        until,
      ),
    )
  } else {
    await call('deleteWebhook', signal, (api, until) =>
      api.deleteWebhook({ drop_pending_updates: false }, until),
    )
  }
  const commandsIn = (locale: 'ru' | 'en') =>
    menu.map(({ command, description }) => ({ command, description: description[locale] }))
  await call('setMyCommands', signal, (api, until) => api.setMyCommands(commandsIn('en'), {}, until))
  await call('setMyCommands', signal, (api, until) =>
    api.setMyCommands(commandsIn('ru'), { language_code: 'ru' }, until),
  )
}
