import { describe, expect, it } from '@jest/globals'
import type { InboxReads, TranscriptRow } from '../../src/contracts/inbox-store.ts'
import {
  channelName,
  choiceId,
  conversationId,
  teamName,
  ticketId,
  ticketNumber,
} from '../../src/core/ids.ts'
import type { Inbound } from '../../src/core/message.ts'
import type { Part } from '../../src/core/reply.ts'
import type { Ticket } from '../../src/core/ticket.ts'
import { readDialogue } from './dialogue.ts'

const WEB = channelName('web')
const COMMON = { from: { channel: WEB, chat: 'c' }, key: 'k', order: 1, sentAt: 0, author: {} }
const ticket = (id: number): Ticket => ({
  ...{ id: ticketId(id), number: ticketNumber(`100-00-0${id}`), conversation: conversationId(1) },
  ...{ state: 'waiting', reason: 'asked-for-human', team: teamName('general'), topic: undefined },
  ...{ operator: undefined, askedAt: id, openedAt: id, claimedAt: undefined, resolvedAt: undefined },
  ...{ waitingSince: undefined, dueAt: 0, version: 1 },
})

let seq = 0
const row = (author: TranscriptRow['author'], body: unknown): TranscriptRow => ({
  ...{ seq: ++seq, at: 0, author, operatorName: undefined, body: JSON.stringify(body), delivery: undefined },
})
const inbound = (said: object) => row('citizen', { ...COMMON, ...said } as Inbound)
const part = (text: string, more: Partial<Extract<Part, { kind: 'text' }>> = {}): Part => ({
  ...{ kind: 'text', text, markup: 'html', choices: [], layout: 'none', ...more },
})

async function messagesOf(...rows: TranscriptRow[]) {
  const reads: Pick<InboxReads, 'row' | 'transcript' | 'turns' | 'ticketsOf'> = {
    row: async (id) => ({
      ...{ ticket: ticket(id), operatorName: undefined, address: { channel: WEB, chat: 'c' } },
      ...{ locale: 'ru', lastInbound: undefined },
    }),
    transcript: async () => rows,
    turns: async () => [],
    ticketsOf: async () => [ticket(1), ticket(2)],
  }
  const deps = { reads, topicTitle: () => undefined, previewOf: (text: string) => text }
  const dialogue = await readDialogue(ticketId(2), 'ru', deps)
  if (dialogue === undefined) throw new Error('no dialogue')
  return dialogue
}

describe('a dialogue', () => {
  it('is plain text, whatever was written', async () => {
    const bad = '<script>alert(1)</script> &lt;b&gt; <img src=x onerror=alert(1)>'
    const { messages } = await messagesOf(
      inbound({ kind: 'text', text: bad }),
      row('note', { text: bad }),
      row('operator', part('&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;')),
      row('bot', part('<b>Часы</b>: <a href="https://x.example/?a=1&amp;b=2">сайт</a>')),
    )
    expect(messages.map(({ text }) => text)).toEqual([
      bad,
      bad,
      '<script>alert(1)</script> &lt;b&gt;',
      'Часы: сайт (https://x.example/?a=1&b=2)',
    ])
  })

  it('shows a pressed button by its label', async () => {
    const choices = [{ id: choiceId('topic/hours'), label: 'Часы работы' }]
    const { messages } = await messagesOf(
      row('bot', part('Что вы имели в виду?', { choices, layout: 'buttons' })),
      inbound({ kind: 'choice', choice: 'topic/hours' }),
      inbound({ kind: 'choice', choice: 'topic/hours', label: 'Как её назвал мессенджер' }),
      inbound({ kind: 'choice', choice: 'topic/forgotten' }),
    )
    expect(messages.map(({ text }) => text)).toEqual([
      'Что вы имели в виду?',
      'Часы работы',
      'Как её назвал мессенджер',
      'topic/forgotten',
    ])
    expect(messages[0]?.choices).toEqual(['Часы работы'])
  })

  it('has a word for everything that a citizen can do', async () => {
    const { messages } = await messagesOf(
      inbound({ kind: 'files', files: [{ ref: 'secret', name: 'скан.pdf', bytes: 5 }], text: 'вот' }),
      inbound({ kind: 'edit', of: '1', text: 'иначе' }),
      inbound({ kind: 'command', command: 'start', rest: '' }),
      inbound({ kind: 'stopped' }),
      inbound({ kind: 'group' }),
      inbound({ kind: 'other', what: 'sticker' }),
    )
    expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['files', 'вот'],
      ['edit', 'иначе'],
      ['command', '/start'],
      ['stopped', ''],
      ['other', ''],
      ['other', 'sticker'],
    ])
    expect(messages[0]?.files).toEqual([{ name: 'скан.pdf', type: undefined, bytes: 5 }])
  })

  it('names the citizen’s other tickets', async () => {
    const { earlier } = await messagesOf()
    expect(earlier.map(({ id }) => id)).toEqual([1])
  })
})
