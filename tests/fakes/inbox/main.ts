import { parseArgs } from 'node:util'
import { buildInbox } from '../../../handoff/inbox/build.ts'
import { addOperators, addTickets, PASSWORD, waiting } from './example.ts'
import { startFakeInbox } from './server.ts'

/**
 * The operators' page with invented data: `node tests/fakes/inbox/main.ts --cache data/cache --port 8090`.
 * Prints its address with a login; every now and then somebody writes.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8090' },
    cache: { type: 'string', default: 'data/cache' },
    /** So often somebody new asks for a human; 0: never. */
    'every-ms': { type: 'string', default: '20000' },
  },
})

const fake = await startFakeInbox(await buildInbox(values.cache), Number(values.port))
addOperators(fake)
addTickets(fake.desk)
fake.links.set('first', undefined)
process.stdout.write(`${fake.url}/inbox/  login: maria  password: ${PASSWORD}\n`)

const everyMs = Number(values['every-ms'])
let id = 200
if (everyMs > 0) {
  setInterval(() => {
    id += 1
    fake.desk.add(waiting(id, 0, `Гражданин ${id}`, 'Позовите, пожалуйста, оператора', 'Часы работы'))
    fake.desk.hear(104, 'Вы ещё здесь?')
  }, everyMs)
}
