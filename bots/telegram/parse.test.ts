import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { ChannelEvent } from '../../src/contracts/channel.ts'
import { channelName } from '../../src/core/ids.ts'
import { parseUpdate } from './parse.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const NOW = 1_795_500_000_000

const fixture = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8'))
const parse = (update: unknown): ChannelEvent =>
  parseUpdate(update, { channel: channelName('telegram'), now: NOW, raw: () => JSON.stringify(update) })

const inbound = (fields: object) => ({ kind: 'inbound', inbound: expect.objectContaining(fields) })
const ignored = (what: string) => ({ kind: 'ignored', what })
const file = (fields: object) => inbound({ kind: 'files', files: [fields] })

const EXPECTED: Readonly<Record<string, unknown>> = {
  text: {
    kind: 'inbound',
    inbound: {
      kind: 'text',
      text: 'Здравствуйте! Как записать ребёнка в школу? 🙏',
      from: { channel: 'telegram', chat: '412587349' },
      key: '871236540',
      order: 871_236_540,
      messageId: '18',
      sentAt: 1_795_413_600_000,
      author: { name: 'Анна Петрова', locale: 'ru' },
    },
  },
  'text-english': inbound({ text: 'opening hours?', author: { name: 'John', locale: 'en' } }),
  'reply-with-quote': inbound({ kind: 'text', text: 'а в субботу?' }),
  'command-start': inbound({ kind: 'command', command: 'start', rest: 'gosuslugi_site' }),
  'command-with-name': inbound({ kind: 'command', command: 'help', rest: '' }),
  edited: inbound({
    kind: 'edit',
    of: '18',
    text: 'Как записать ребёнка в первый класс?',
    sentAt: 1_795_413_642_000,
  }),
  'edited-live-location': ignored('edited_message'),
  button: inbound({
    kind: 'choice',
    choice: 'human',
    label: 'Позвать оператора',
    acknowledge: '1772049167239481347',
    sentAt: NOW,
  }),
  'button-of-old-message': inbound({
    kind: 'choice',
    choice: 'human',
    from: expect.objectContaining({ chat: '412587349' }),
  }),
  'button-of-another-bot': inbound({ kind: 'other', what: 'button' }),
  'button-inline': ignored('inline_message'),
  photo: inbound({
    kind: 'files',
    text: 'вот платёжка',
    files: [{ ref: 'AgACAgIAAxkBAAMfx', type: 'image/jpeg', bytes: 90_218 }],
  }),
  document: file({
    ref: 'BQACAgIAAxkBAAMg',
    name: 'справка о составе семьи.pdf',
    type: 'application/pdf',
    bytes: 254_877,
  }),
  voice: file({ ref: 'AwACAgIAAxkBAAMh', type: 'audio/ogg', bytes: 17_903 }),
  animation: file({ ref: 'CgACAgIAAxkBAAMi', name: 'cat.mp4', type: 'video/mp4', bytes: 66_000 }),
  'video-note': file({ ref: 'DQACAgIAAxkBAAMj', type: 'video/mp4', bytes: 120_000 }),
  sticker: inbound({ kind: 'other', what: 'sticker' }),
  contact: inbound({ kind: 'other', what: 'contact' }),
  location: inbound({ kind: 'other', what: 'location' }),
  'invented-later': inbound({ kind: 'other', what: 'unknown' }),
  pinned: ignored('service'),
  'group-mention': inbound({ kind: 'group', from: { channel: 'telegram', chat: '-1001987654321' } }),
  'group-joined': inbound({ kind: 'group' }),
  'group-anonymous-admin': inbound({ kind: 'group' }),
  'group-migrated': ignored('service'),
  'group-joined-member': ignored('my_chat_member'),
  'from-a-bot': ignored('from_bot'),
  blocked: inbound({ kind: 'stopped', from: { channel: 'telegram', chat: '412587349' } }),
  unblocked: ignored('unblocked'),
  'channel-post': ignored('channel_post'),
  'inline-query': ignored('inline_query'),
}

describe('an update of Telegram', () => {
  it.each(Object.entries(EXPECTED))('is understood: %s', (name, expected) => {
    expect(parse(fixture(name))).toEqual(expected)
  })

  it('has every fixture in the table above', () => {
    const names = readdirSync(FIXTURES).map((each) => each.replace('.json', ''))
    expect(new Set(names)).toEqual(new Set(Object.keys(EXPECTED)))
  })

  const said = (message: object) => ({
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, ...message },
  })
  const from = { id: 1, is_bot: false, first_name: 'A' }

  it('is not lost for a malformed name, size or language', () => {
    const odd = { ...from, last_name: 7, language_code: {} }
    const document = { file_id: 'F', file_size: 'big', file_name: null }
    expect(parse(said({ from: odd, text: 'да' }))).toEqual(inbound({ text: 'да', author: { name: 'A' } }))
    expect(parse(said({ from, document }))).toEqual(file({ ref: 'F' }))
  })

  it.each([
    ['no object', 7],
    ['null', null],
    ['a list', [{ update_id: 1 }]],
    ['without a number', { message: {} }],
    ['numbered by a text', { update_id: '1', message: {} }],
    ['a message that is a text', { update_id: 1, message: 'hello' }],
    ['a message without a chat', { update_id: 1, message: { message_id: 1, date: 1, text: 'да' } }],
    ['a chat whose number is no whole one', said({ chat: { id: 1.5, type: 'private' }, text: 'да' })],
    ['a button pressed by nobody', { update_id: 1, callback_query: { id: '1', data: 'x' } }],
  ])('is unreadable, and told by no word of its text: %s', (_what, update) => {
    const event = parse(update)
    expect(event).toMatchObject({ kind: 'unreadable', key: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(event.kind === 'unreadable' && event.why).not.toMatch(/да|hello/)
    expect(parse(update)).toEqual(event)
  })

  it('of a kind with a hostile name is counted under a harmless one', () => {
    expect(parse(JSON.parse('{"update_id":1,"__proto__":{}}'))).toEqual(ignored('unknown'))
    expect(parse({ update_id: 1, 'a\nb': {} })).toEqual(ignored('unknown'))
  })

  it.each([
    ['/start', 'start', ''],
    ['/start  a b ', 'start', 'a b'],
    ['/start\nhello', 'start', 'hello'],
    ['/HELP@Bot_1 me', 'help', 'me'],
  ])('that says %j is a command', (text, command, rest) => {
    expect(parse(said({ from, text }))).toEqual(inbound({ kind: 'command', command, rest }))
  })

  it.each(['/', '/помощь', '/start/now', ' /start', 'не /start', '/a-b', `/${'x'.repeat(33)}`])(
    'that says %j is a text',
    (text) => {
      expect(parse(said({ from, text }))).toEqual(inbound({ kind: 'text', text }))
    },
  )
})
