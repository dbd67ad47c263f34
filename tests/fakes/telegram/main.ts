import { parseArgs } from 'node:util'
import { startControl } from './control.ts'
import { startFakeTelegram } from './server.ts'

/**
 * The fake as a process of its own: `node tests/fakes/telegram/main.ts --port 8081 --control-port 8082`.
 * Prints one line of JSON, `{ url, token, control }`, and then serves until it is killed.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'control-port': { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    token: { type: 'string' },
    'webhook-retry-ms': { type: 'string', default: '2000' },
    /** `25,1`: messages a second for all, and for each chat. */
    rates: { type: 'string' },
  },
})

const [perSecond, perChatPerSecond] = values.rates?.split(',').map(Number) ?? []
const fake = await startFakeTelegram({
  port: Number(values.port),
  seed: Number(values.seed),
  webhookRetryMs: Number(values['webhook-retry-ms']),
  ...(values.token === undefined ? {} : { token: values.token }),
  ...(perSecond === undefined || perChatPerSecond === undefined
    ? {}
    : { rates: { perSecond, perChatPerSecond } }),
})
const control = await startControl(fake, Number(values['control-port']))
process.stdout.write(`${JSON.stringify({ url: fake.url, token: fake.token, control: control.url })}\n`)
