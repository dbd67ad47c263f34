import { z } from 'zod'
import { choiceId } from '../../src/core/ids.ts'
import { LOCALES } from '../../src/core/locale.ts'
import type { Address, Inbound } from '../../src/core/message.ts'
import { storable } from '../../src/core/text.ts'

/** UTF-16 units that are taken whole; the body's limit has room for them in any script. */
export const TEXT_MAX = 100_000

const base = {
  /** Made by the browser, and the same when it sends again. */
  id: z.guid().transform((id) => id.toLowerCase()),
  /** Grows with every message of one chat. */
  order: z.int().nonnegative(),
  /** The language the widget is shown in. */
  locale: z.enum(LOCALES).optional(),
}

const body = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('text'),
    text: z
      .string()
      .max(TEXT_MAX)
      .transform(storable)
      .refine((text) => text.trim() !== '', 'text is empty'),
  }),
  z.object({
    ...base,
    kind: z.literal('choice'),
    choice: z.string().regex(/^[\x21-\x7e]{1,64}$/),
    label: z.string().max(200).transform(storable).optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('command'),
    command: z.string().regex(/^[a-z]{1,32}$/),
    rest: z.string().max(200).transform(storable).optional(),
  }),
  z.object({ ...base, kind: z.literal('stopped') }),
])

export type Parsed =
  | { readonly ok: true; readonly id: string; readonly inbound: Inbound }
  | { readonly ok: false; readonly faults: string }

/** What a browser posted, in our words. `now` is ms UTC. */
export function parseMessage(raw: unknown, from: Address, now: number): Parsed {
  const result = body.safeParse(raw)
  if (!result.success) return { ok: false, faults: z.prettifyError(result.error).slice(0, 500) }
  const { id, order, locale, ...said } = result.data
  const author = locale === undefined ? {} : { locale }
  const common = { from, key: id, order, messageId: id, sentAt: now, author }
  switch (said.kind) {
    case 'text':
      return { ok: true, id, inbound: { ...common, kind: 'text', text: said.text } }
    case 'choice': {
      const label = said.label === undefined ? {} : { label: said.label }
      return { ok: true, id, inbound: { ...common, kind: 'choice', choice: choiceId(said.choice), ...label } }
    }
    case 'command':
      return {
        ok: true,
        id,
        inbound: { ...common, kind: 'command', command: said.command, rest: said.rest ?? '' },
      }
    case 'stopped':
      return { ok: true, id, inbound: { ...common, kind: 'stopped' } }
  }
}
