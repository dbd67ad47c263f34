import { createServer } from 'node:http'
import { Bot, webhookCallback } from 'grammy'

/*
 * What Okno is measured beside: grammY with nothing around it. It answers with the same text, keeps
 * nothing, and what it was about to say is gone when it is killed. Settings come by the environment, as
 * Okno's do: PORT, BOT_API, BOT_TOKEN, PUBLIC_URL, SECRET.
 */
const setting = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set`)
  return value
}

const bot = new Bot(setting('BOT_TOKEN'), { client: { apiRoot: setting('BOT_API') } })
bot.on('message:text', (context) => context.reply(context.message.text))

const secretToken = setting('SECRET')
const handle = webhookCallback(bot, 'http', { secretToken })
const server = createServer((request, response) => {
  if (request.url === '/healthz') response.end('ok')
  else void handle(request, response)
})
server.listen(Number(setting('PORT')), '127.0.0.1', () => {
  void bot.api.setWebhook(setting('PUBLIC_URL'), { secret_token: secretToken, allowed_updates: ['message'] })
})
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})
