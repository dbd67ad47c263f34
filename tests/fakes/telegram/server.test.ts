import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { citizen } from './citizen.ts'
import { type FakeTelegram, startFakeTelegram } from './server.ts'
import { pressOf } from './update.ts'

const ANNA = citizen(42)
const FIRST = 500

describe('the fake Bot API', () => {
  let fake: FakeTelegram
  beforeEach(async () => {
    fake = await startFakeTelegram({ firstUpdateId: FIRST })
  })
  afterEach(() => fake.close())

  const call = async (method: string, params: object = {}, token = fake.token) => {
    const response = await fetch(`${fake.url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    })
    return (await response.json()) as Record<string, unknown>
  }
  const say = (text: string, more: object = {}) => call('sendMessage', { chat_id: ANNA.id, text, ...more })
  const ids = ({ result }: Record<string, unknown>) =>
    (result as { update_id: number }[]).map(({ update_id: id }) => id)
  const buttons = (...rows: object[][]) => ({ reply_markup: { inline_keyboard: rows } })

  describe('polled', () => {
    it('repeats updates until a poll asks for what follows them', async () => {
      fake.push(ANNA.says('раз'), ANNA.says('два'))
      expect(ids(await call('getUpdates'))).toEqual([FIRST, FIRST + 1])
      expect(ids(await call('getUpdates', { offset: FIRST + 1 }))).toEqual([FIRST + 1])
      expect(ids(await call('getUpdates', { offset: FIRST + 2 }))).toEqual([])
      const times = [...fake.ledger.updates.values()].map(({ deliveries }) => deliveries)
      expect(times).toEqual([1, 2])
    })

    it('begins at the beginning when asked for what is far ahead', async () => {
      fake.push(ANNA.says('раз'))
      expect(ids(await call('getUpdates', { offset: FIRST + 100 }))).toEqual([FIRST])
    })

    it('waits for news', async () => {
      const polling = call('getUpdates', { timeout: 20 })
      while (!fake.ledger.counts.has('getUpdates')) await new Promise((resolve) => setTimeout(resolve, 5))
      fake.push(ANNA.says('раз'))
      expect(ids(await polling)).toEqual([FIRST])
    })

    it('by two at once sends the first away', async () => {
      const first = call('getUpdates', { timeout: 20 })
      while (!fake.ledger.counts.has('getUpdates')) await new Promise((resolve) => setTimeout(resolve, 5))
      const second = call('getUpdates', { timeout: 20 })
      expect(await first).toMatchObject({ ok: false, error_code: 409 })
      fake.push(ANNA.says('раз'))
      expect(ids(await second)).toEqual([FIRST])
    })

    it('beside a webhook is refused', async () => {
      await call('setWebhook', { url: 'http://127.0.0.1:1/' })
      expect(await call('getUpdates')).toMatchObject({ ok: false, error_code: 409 })
      await call('deleteWebhook')
      expect(await call('getUpdates')).toMatchObject({ ok: true })
    })

    it('leaves out what was not asked for', async () => {
      await call('getUpdates', { allowed_updates: ['callback_query'] })
      expect(fake.push(ANNA.says('раз'), ANNA.presses('да'))).toHaveLength(1)
    })
  })

  describe('asked to send', () => {
    beforeEach(() => fake.chats.open(ANNA.id))

    it('shows the message, and writes it down', async () => {
      const yes = { text: 'Да', callback_data: 'yes' }
      const said = await say('<b>Да?</b>', { parse_mode: 'HTML', ...buttons([yes]) })
      expect(said).toMatchObject({ ok: true, result: { text: 'Да?', chat: { id: ANNA.id } } })
      expect(fake.ledger.messagesTo(ANNA.id)).toMatchObject([
        { text: 'Да?', buttons: [{ text: 'Да', data: 'yes' }], answered: true },
      ])
    })

    it.each([
      ['nothing', { text: ' \n' }, 'message text is empty'],
      ['too much', { text: 'я'.repeat(4097) }, 'message is too long'],
      ['half an emoji', { text: '\ud83c' }, 'strings must be encoded in UTF-8'],
      ['broken HTML', { text: '1 < 2', parse_mode: 'HTML' }, "can't parse entities"],
      ['a stranger', { text: 'да', chat_id: 43 }, 'chat not found'],
      ['a button without data', { text: 'да', ...buttons([{ text: 'Да' }]) }, 'Text buttons are unallowed'],
      [
        '65 bytes of data',
        { text: 'да', ...buttons([{ text: 'Да', callback_data: 'x'.repeat(65) }]) },
        'DATA_INVALID',
      ],
      [
        '33 Cyrillic letters of data',
        { text: 'да', ...buttons([{ text: 'Да', callback_data: 'я'.repeat(33) }]) },
        'DATA_INVALID',
      ],
      [
        'a hundred and one buttons',
        {
          text: 'да',
          ...buttons(...Array.from({ length: 101 }, () => [{ text: 'Да', callback_data: 'x' }])),
        },
        'too long',
      ],
    ])('refuses %s', async (_what, params, why) => {
      const said = await call('sendMessage', { chat_id: ANNA.id, ...params })
      expect(said).toMatchObject({ ok: false, error_code: 400, description: expect.stringContaining(why) })
      expect(fake.ledger.messages).toEqual([])
    })

    it('counts the text without its markup', async () => {
      const html = `<b>${'я'.repeat(4095)}</b>&lt;`
      expect(await say(html, { parse_mode: 'HTML' })).toMatchObject({ ok: true })
    })

    it('refuses whom the citizen blocked, and again when the bot has left', async () => {
      fake.chats.set(ANNA.id, 'blocked')
      expect(await say('да')).toMatchObject({ error_code: 403 })
      fake.chats.open(-7)
      await call('leaveChat', { chat_id: -7 })
      expect(await call('sendMessage', { chat_id: -7, text: 'да' })).toMatchObject({ error_code: 403 })
    })
  })

  it('refuses an unknown token, and an unknown method', async () => {
    expect(await call('getMe', {}, '1:x')).toMatchObject({ ok: false, error_code: 401 })
    expect(await call('constructor')).toMatchObject({ ok: false, error_code: 404 })
  })

  it('lets a press be acknowledged once', async () => {
    const [press] = fake.push(ANNA.presses('да'))
    const id = pressOf(press ?? {})
    expect(await call('answerCallbackQuery', { callback_query_id: id })).toMatchObject({ ok: true })
    expect(await call('answerCallbackQuery', { callback_query_id: id })).toMatchObject({ error_code: 400 })
  })

  it('refuses more messages than its rates allow', async () => {
    const slow = await startFakeTelegram({ rates: { perSecond: 30, perChatPerSecond: 1 } })
    slow.chats.open(ANNA.id)
    const answers: number[] = []
    // Three messages fall into two seconds at most, and so one of them is too many.
    for (const text of ['раз', 'два', 'три']) {
      const body = JSON.stringify({ chat_id: ANNA.id, text })
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${slow.url}/bot${slow.token}/sendMessage`, {
        method: 'POST',
        headers,
        body,
      })
      answers.push(response.status)
    }
    await slow.close()
    expect(answers).toContain(429)
  })

  it('keeps files', async () => {
    fake.files.set('F', Buffer.from('байты'))
    expect(await call('getFile', { file_id: 'F' })).toMatchObject({ result: { file_path: 'documents/F' } })
    const response = await fetch(`${fake.url}/file/bot${fake.token}/documents/F`)
    expect(await response.text()).toBe('байты')
  })

  describe('out of order', () => {
    beforeEach(() => fake.chats.open(ANNA.id))

    it('fails as often as it was told, and remembers what was not answered', async () => {
      fake.faults.order({ method: 'sendMessage', fault: { kind: 'garbage', when: 'after' }, times: 2 })
      for (const text of ['раз', 'два', 'три']) await say(text)
      expect(fake.ledger.messages.map(({ answered }) => answered)).toEqual([false, false, true])
    })

    it('fails before the message is shown, too', async () => {
      fake.faults.order({ method: '*', fault: { kind: 'reset', when: 'before' } })
      await expect(say('раз')).rejects.toThrow()
      expect(fake.ledger.messages).toEqual([])
    })

    it('fails by chance in the same way with the same seed', async () => {
      const run = async (seed: number) => {
        const other = await startFakeTelegram({ seed })
        other.faults.order({ method: 'getMe', fault: { kind: 'refuse', code: 500 }, probability: 0.5 })
        const statuses: number[] = []
        for (let round = 0; round < 20; round++) {
          statuses.push((await fetch(`${other.url}/bot${other.token}/getMe`)).status)
        }
        await other.close()
        return statuses
      }
      const first = await run(7)
      expect(new Set(first)).toEqual(new Set([200, 500]))
      expect(await run(7)).toEqual(first)
      expect(await run(8)).not.toEqual(first)
    })
  })
})
