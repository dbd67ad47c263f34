import { describe, expect, it } from '@jest/globals'
import { topicId } from '../core/ids.ts'
import { EXAMPLE_CORPUS } from './example-corpus.ts'
import { createUnderstand } from './understand.ts'

const understand = createUnderstand(EXAMPLE_CORPUS)
const ALONE = { locale: 'ru', topic: undefined, leans: false } as const
const best = (text: string) => understand(text, ALONE).candidates[0]?.of.id

describe('understand', () => {
  it.each([
    ['подскажите телефон', 'contacts.phone'],
    ['пароль забыла, как восстановить?', 'account.password_reset'],
    ['мне не пришла смска с кодом', 'account.sms_code'],
    ['не получается загрузить файлы', 'tech.upload'],
    ['Здравствуйте!', 'talk.greeting'],
    ['my password is forgotten', 'account.password_reset'],
  ])('finds for «%s» the entry %s though no example says so', (text, id) => {
    expect(best(text)).toBe(id)
  })

  it('answers an example of the corpus in any case and punctuation', () => {
    for (const { of, examples } of EXAMPLE_CORPUS.entries) {
      for (const example of examples) {
        const { band, candidates } = understand(`${example.toUpperCase()}!!`, ALONE)
        expect({ example, band, of: candidates[0]?.of }).toEqual({ example, band: 'answer', of })
      }
    }
  })

  it.each([
    ['pf,sk gfhjkm', 'забыл пароль', ['layout'], 'account.password_reset'],
    ['зфыыцщкв', 'password', ['layout'], 'account.password_reset'],
    ['zabyl parol', 'забыл парол', ['translit'], 'account.password_reset'],
    ['забыл паролль', 'забыл пароль', ['паролль→пароль'], 'account.password_reset'],
    ['телефон гарячей линии', 'телефон горячей линии', ['гарячей→горячей'], 'contacts.phone'],
  ])('repairs «%s» to «%s» and says so', (text, read, repairs, id) => {
    const { candidates, evidence } = understand(text, ALONE)
    expect(evidence.read).toBe(read)
    expect(evidence.repairs).toEqual(repairs)
    expect(candidates[0]?.of.id).toBe(id)
  })

  it('falls back where the background is nearer than any entry', () => {
    for (const text of ['какая погода будет завтра', 'расскажи смешной анекдот', 'рецепт борща', 'ываолдж']) {
      expect({ text, band: understand(text, ALONE).band }).toEqual({ text, band: 'fallback' })
    }
  })

  it('is taught by a negative what is not meant', () => {
    const unwarned = createUnderstand({
      ...EXAMPLE_CORPUS,
      entries: EXAMPLE_CORPUS.entries.map((entry) => ({ ...entry, negatives: [] })),
    })
    const text = 'пришёл код, а я его не запрашивала'
    const before = unwarned(text, ALONE).candidates.find(({ of }) => of.id === 'account.sms_code')
    const warned = understand(text, ALONE).candidates.find(({ of }) => of.id === 'account.sms_code')
    expect(warned?.confidence ?? 0).toBeLessThan((before?.confidence ?? 0) - 0.05)
  })

  it('shows why: the nearest example, the loudest features, the margin', () => {
    const { candidates, evidence } = understand('как восстановить пароль быстро', ALONE)
    expect(evidence.example).toBe('как восстановить пароль')
    expect(evidence.features.map(({ feature }) => feature)).toContain('парол')
    expect(evidence.features[0]?.weight).toBeGreaterThanOrEqual(evidence.features[1]?.weight ?? 0)
    expect(evidence.margin).toBeCloseTo((candidates[0]?.confidence ?? 0) - (candidates[1]?.confidence ?? 0))
  })

  it('gives confidences of a probability, best first, at most five', () => {
    for (const text of ['телефон', 'код', '', 'работаете из-за границы в праздники']) {
      const confidences = understand(text, ALONE).candidates.map(({ confidence }) => confidence)
      expect(confidences).toEqual([...confidences].sort((one, other) => other - one))
      expect(confidences.length).toBeLessThanOrEqual(5)
      expect(confidences.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1.000001)
    }
  })

  it('gives the same result for the same corpus and text', () => {
    const again = createUnderstand(structuredClone(EXAMPLE_CORPUS))
    const context = { locale: 'ru', topic: topicId('contacts.hours'), leans: true } as const
    for (const text of ['забыл номер', 'а восьмого марта?', 'hi']) {
      understand('что-то другое между ними', ALONE)
      expect(again(text, context)).toEqual(understand(text, context))
    }
  })
})

describe('understand, where the text leans on the topic before', () => {
  const leaning = (topic: string, text: string) =>
    understand(text, { locale: 'ru', topic: topicId(topic), leans: true }).candidates[0]

  it.each([
    ['contacts.hours', 'а восьмого марта?', 'contacts.holidays'],
    ['contacts.hours', 'а в субботу?', 'contacts.hours'],
    ['contacts.phone', 'а из Сербии?', 'contacts.abroad'],
    ['contacts.hours', 'а вечером?', 'contacts.hours'],
    ['tech.upload', 'а вечером?', 'tech.upload'],
    ['contacts.hours', 'а как сменить пароль?', 'account.password_reset'],
  ])('after %s takes «%s» for %s', (topic, text, id) => {
    expect(leaning(topic, text)?.of.id).toBe(id)
  })

  it('does not mind a topic that is there no more', () => {
    expect(leaning('contacts.removed', 'забыл пароль')).toEqual(
      understand('забыл пароль', ALONE).candidates[0],
    )
  })
})

describe('understand, of no question at all', () => {
  it.each(['', ' ', '🤷', '?!', '...', '12', 'пврклдж'])('sees nothing asked in «%s»', (text) => {
    expect(understand(text, ALONE).asks).toBe(false)
  })

  it.each(['код', 'почему', 'заявка 4567', '12345678901', 'hi', 'мфц', 'ghjdthrf'])(
    'sees «%s» ask',
    (text) => {
      expect(understand(text, ALONE).asks).toBe(true)
    },
  )
})

describe('understand, of hostile text', () => {
  it.each([
    ['long', 'пароль '.repeat(20_000)],
    ['one long word', 'я'.repeat(50_000)],
    ['broken', '\u0000\uD800\uDFFF\u202E пароль \u202C'],
    ['names of a prototype', '__proto__ constructor toString hasOwnProperty'],
    ['a pattern', '(a+)+$ [[ \\ ((('],
    ['marks without end', `e${'\u0301'.repeat(4000)}`],
  ])('bears what is %s', (_, text) => {
    expect(['answer', 'clarify', 'fallback']).toContain(understand(text, ALONE).band)
  })

  it('bears a corpus of nothing', () => {
    const nothing = createUnderstand({ entries: [], synonyms: [], background: [] })
    expect(nothing('забыл пароль', ALONE)).toMatchObject({ band: 'fallback', candidates: [], asks: true })
  })
})
