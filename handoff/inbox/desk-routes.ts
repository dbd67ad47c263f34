import express from 'express'
import { z } from 'zod'
import { ticketId } from '../../src/core/ids.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Act, Refused, Result } from '../desk/act.ts'
import { answerCitizen } from '../desk/answer.ts'
import { claimTicket } from '../desk/claim.ts'
import { noteTicket } from '../desk/note.ts'
import { releaseTicket } from '../desk/release.ts'
import { reopenTicket } from '../desk/reopen.ts'
import { resolveTicket } from '../desk/resolve.ts'
import type { Access, Entered } from './access/access.ts'
import type { InboxDeps, InboxTx } from './deps.ts'
import { readDialogue } from './dialogue.ts'
import { readPromise } from './promise.ts'
import type { Refusal } from './protocol.ts'
import { createQueueReader } from './queue.ts'
import { summaryOf } from './summary.ts'

const PROMISE_MS = 7 * 86_400_000

const Id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).transform(ticketId)
const Words = z.strictObject({ text: z.string().trim().min(1).max(20_000), key: z.uuid() })

type Handler = (request: express.Request, response: express.Response, who: Entered) => Promise<void>

/** The queue, the dialogues and the verbs, for whoever is logged in. */
export function createDeskRoutes(deps: InboxDeps, access: Access): express.Router {
  const router = express.Router()
  const { transact, reads, clock, desk } = deps
  const queueIn = createQueueReader(deps)

  const entered =
    (handle: Handler): express.RequestHandler =>
    async (request, response) => {
      const who = await access.who(request)
      if (who === undefined) refuse(response, 401, { error: 'not-logged-in' })
      else await handle(request, response, who)
    }

  router.get(
    '/queue',
    entered(
      async (_request, response, { operator }) =>
        void response.type('json').send(await queueIn(operator.locale)),
    ),
  )
  router.get(
    '/promise',
    entered(
      async (_request, response) => void response.json(await readPromise(reads, clock.now() - PROMISE_MS)),
    ),
  )
  router.get(
    '/tickets/:id',
    entered(async (request, response, { operator }) => {
      const id = Id.safeParse(request.params['id'])
      const dialogue = id.success ? await readDialogue(id.data, operator.locale, deps) : undefined
      if (dialogue === undefined) refuse(response, 404, { error: 'not-found' })
      else response.json(dialogue)
    }),
  )

  const verb = (
    name: string,
    body: z.ZodType<object>,
    act: (tx: InboxTx, act: Act & object) => Promise<Result>,
  ) =>
    router.post(
      `/tickets/:id/${name}`,
      entered(async (request, response, { operator }) => {
        const id = Id.safeParse(request.params['id'])
        const form = body.safeParse(request.body)
        if (!id.success || !form.success) return refuse(response, 400, { error: 'invalid' })
        const result = await transact((tx) =>
          act(tx, { ...form.data, ticket: id.data, operator, at: clock.now() }),
        )
        if (!result.ok) return refuseVerb(response, result)
        deps.log.info(`desk.${name}`, { ticket: id.data, operator: operator.id })
        return answerSummary(response, result.ticket.id, operator.locale)
      }),
    )
  const Nothing = z.strictObject({})
  type Said = Act & z.infer<typeof Words>
  verb('claim', Nothing, (tx, act) => claimTicket(tx, act, desk))
  verb('release', Nothing, (tx, act) => releaseTicket(tx, act, desk))
  verb('resolve', Nothing, (tx, act) => resolveTicket(tx, act, desk))
  verb('reopen', Nothing, (tx, act) => reopenTicket(tx, act))
  verb('answer', Words, (tx, act) => answerCitizen(tx, act as Said, desk))
  verb('note', Words, (tx, act) => noteTicket(tx, act as Said))

  async function answerSummary(
    response: express.Response,
    id: Parameters<typeof reads.row>[0],
    locale: Locale,
  ) {
    const row = await reads.row(id)
    if (row === undefined) refuse(response, 404, { error: 'not-found' })
    else response.json(summaryOf(row, locale, deps))
  }

  /** Names the colleague who was faster. */
  async function refuseVerb(response: express.Response, { why, by }: Refused): Promise<void> {
    const holder = by && (await transact((tx) => tx.operator(by)))
    const refusal: Refusal = { error: why, ...(holder !== undefined && { operator: holder.name }) }
    refuse(response, why === 'not-found' ? 404 : 409, refusal)
  }

  return router
}

function refuse(response: express.Response, status: number, refusal: Refusal): void {
  response.status(status).json(refusal)
}
