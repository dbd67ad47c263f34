import type {
  DialogueMessage,
  DialogueTurn,
  OperatorRow,
  TicketSummary,
} from '../../../handoff/inbox/protocol.ts'
import { type FakeDesk, type FakeOperator, type FakeTicket, SAID } from './desk.ts'
import type { FakeInbox } from './server.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

export const PASSWORD = 'четыре слова в ряд'

const person = (id: string, name: string, differs: Partial<OperatorRow> = {}): FakeOperator => ({
  row: {
    id,
    login: id,
    name,
    role: 'operator',
    disabled: false,
    active: true,
    lastSeenAt: Date.now(),
    ...differs,
  },
  password: PASSWORD,
  locale: 'ru',
})

const MARIA = { id: 'maria', name: 'Мария Ковалёва' }
const IVAN = { id: 'ivan', name: 'Иван Петров' }

/** Invented people; nobody is meant. */
export function addOperators(fake: FakeInbox): void {
  fake.operators.push(
    person('maria', MARIA.name, { role: 'administrator' }),
    person('ivan', IVAN.name),
    person('olga', 'Ольга Сергеева', { active: false, lastSeenAt: undefined }),
    person('petr', 'Пётр Ильин', { disabled: true, lastSeenAt: Date.now() - 9 * 86_400_000 }),
  )
  fake.promise = {
    since: Date.now() - 7 * 86_400_000,
    tickets: 412,
    p50: 380,
    p95: 1900,
    p99: 6400,
    worst: 18_200,
    late: 0,
    claimP50: 14_000,
    claimP95: 96_000,
  }
}

/** A shift at work: some wait, some are claimed, the bot is on some, some are resolved. */
export function addTickets(desk: FakeDesk): void {
  desk.add(
    waiting(
      101,
      41,
      'Светлана',
      'Не приходит код подтверждения, пробовала уже четыре раза',
      'Код из СМС не приходит',
    ),
  )
  desk.add(waiting(102, 24, 'Андрей Викторович', 'позовите человека', undefined))
  desk.add(
    waiting(
      103,
      6,
      undefined,
      'Ответ не помог: у меня другой случай, паспорт меняли в другом городе',
      'Замена паспорта',
      'not-helped',
    ),
  )
  desk.add(hearty())
  desk.add({
    ...waiting(105, 400, 'Галина', 'Спасибо, жду', 'Запись к врачу'),
    summary: {
      ...summary(105, 400),
      citizen: 'Галина',
      preview: 'Спасибо, жду',
      topic: 'Запись к врачу',
      state: 'claimed',
      operator: MARIA,
      waitingSince: undefined,
    },
  })
  desk.add({
    ...waiting(106, 300, 'Тимур', '', 'Детские пособия'),
    summary: {
      ...summary(106, 300),
      citizen: 'Тимур',
      preview: 'А если справка просрочена?',
      topic: 'Детские пособия',
      state: 'claimed',
      operator: IVAN,
      waitingSince: Date.now() - 70 * SECOND,
    },
  })
  desk.add({
    ...waiting(107, 26, 'Nikita', '', undefined),
    summary: {
      ...summary(107, 26),
      citizen: 'Nikita',
      citizenLocale: 'en',
      channel: 'telegram',
      preview: 'how do i change my registered adress',
      reason: 'unresolved',
      state: 'provisional',
    },
  })
  for (const id of [108, 109, 110]) {
    const old = waiting(
      id,
      5000 + id * 60,
      ['Юлия', 'Роман', 'Вера'][id - 108],
      'Спасибо большое!',
      'Часы работы',
    )
    desk.add({
      ...old,
      summary: { ...old.summary, state: 'resolved', operator: MARIA, waitingSince: undefined },
    })
  }
}

export function summary(id: number, secondsAgo: number): TicketSummary {
  const askedAt = Date.now() - secondsAgo * SECOND
  return {
    id,
    number: `${4000 + id}-${(id * 7) % 10}`,
    state: 'waiting',
    reason: 'asked-for-human',
    topic: undefined,
    team: 'Первая линия',
    channel: 'web',
    citizen: undefined,
    citizenLocale: 'ru',
    operator: undefined,
    askedAt,
    openedAt: askedAt + 640,
    dueAt: askedAt + 30_000,
    waitingSince: askedAt,
    preview: '',
    version: 1,
  }
}

export function waiting(
  id: number,
  secondsAgo: number,
  citizen: string | undefined,
  preview: string,
  topic: string | undefined,
  reason: TicketSummary['reason'] = 'asked-for-human',
): FakeTicket {
  const own = { ...summary(id, secondsAgo), citizen, preview, topic, reason }
  return {
    summary: own,
    messages: numbered([
      { at: own.askedAt - 2 * MINUTE, text: 'Здравствуйте' },
      {
        at: own.askedAt - 2 * MINUTE + 400,
        author: 'bot',
        text: 'Здравствуйте! Чем помочь?',
        delivery: 'sent',
      },
      { at: own.askedAt, text: preview },
      {
        at: own.askedAt + 700,
        author: 'notice',
        text: `Ваш вопрос передан оператору, номер ${own.number}.`,
        delivery: 'sent',
      },
    ]),
    turns: [],
    earlier: [],
  }
}

/** A dialogue with a bit of everything in it. */
function hearty(): FakeTicket {
  const own: TicketSummary = {
    ...summary(104, 520),
    citizen: 'Елена Зайцева',
    channel: 'telegram',
    topic: 'Вход и восстановление доступа',
    reason: 'not-understood',
    state: 'claimed',
    operator: MARIA,
    openedAt: Date.now() - 486 * SECOND,
    waitingSince: Date.now() - 64 * SECOND,
    preview: 'Написала номер СНИЛС ***-***-*** 12, что дальше?',
  }
  const from = own.askedAt - 3 * MINUTE
  return {
    summary: own,
    messages: numbered([
      { at: from - 26 * 60 * MINUTE, text: 'Во сколько вы завтра открываетесь?' },
      {
        at: from - 26 * 60 * MINUTE + 600,
        author: 'bot',
        text: 'Завтра мы работаем с 9:00 до 20:00, без перерыва.\nПодробно: https://example.org/hours',
        delivery: 'sent',
        choices: ['Помогло', 'Не помогло'],
      },
      { at: from - 26 * 60 * MINUTE + 9000, text: 'Помогло', kind: 'choice' },
      { at: from, text: 'не могу зайти в личный кабинет' },
      {
        at: from + 500,
        author: 'bot',
        text: 'Уточните, пожалуйста, что происходит:',
        choices: ['Не приходит код', 'Забыла пароль', 'Учётная запись заблокирована', 'Другое'],
        delivery: 'sent',
      },
      { at: from + 40_000, text: 'пишет что снилс не тот, хотя он тот, мне его в мфц проверяли' },
      {
        at: from + 40_600,
        author: 'bot',
        text: 'Не уверен, что понял. Могу позвать оператора.',
        delivery: 'unconfirmed',
      },
      {
        at: own.askedAt,
        text: 'вот скриншот',
        kind: 'files',
        files: [{ name: 'снимок\u202egpj.exe.png', type: 'image/png', bytes: 482_113 }],
      },
      {
        at: own.askedAt + 600,
        author: 'notice',
        text: `Ваш вопрос передан оператору, номер ${own.number}. Вы первая в очереди.`,
        delivery: 'sent',
      },
      {
        at: own.askedAt + 120_000,
        author: 'note',
        operatorName: IVAN.name,
        text: 'Она уже звонила утром: проверили, в базе опечатка в отчестве. Нужна заявка в паспортный стол.',
      },
      {
        at: own.askedAt + 200_000,
        author: 'operator',
        operatorName: MARIA.name,
        text: 'Елена, здравствуйте! Меня зовут Мария. Вижу, что данные расходятся, сейчас проверю.',
        delivery: 'sent',
      },
      {
        at: own.askedAt + 230_000,
        author: 'operator',
        operatorName: MARIA.name,
        text: 'Пришлите, пожалуйста, последние две цифры СНИЛС.',
        delivery: 'failed',
      },
      {
        at: own.askedAt + 240_000,
        author: 'operator',
        operatorName: MARIA.name,
        text: 'Пришлите, пожалуйста, последние две цифры СНИЛС.',
        delivery: 'sent',
      },
      { at: Date.now() - 64 * SECOND, text: '12\nчто дальше? https://gоsuslugi.ru/login <b>срочно</b>' },
    ]),
    turns: turnsOf(from, own.askedAt),
    earlier: [
      { id: 110, number: '4110-0', state: 'resolved', openedAt: Date.now() - 40 * 86_400_000 },
      { id: 109, number: '4109-3', state: 'closed', openedAt: Date.now() - 90 * 86_400_000 },
    ],
  }
}

function turnsOf(from: number, askedAt: number): DialogueTurn[] {
  const turn = { read: undefined, repairs: [], candidates: [] }
  return [
    {
      ...turn,
      afterSeq: 1,
      at: from - 26 * 60 * MINUTE,
      kind: 'answer',
      why: 'Ответил по теме «Часы работы»: похоже на пример «во сколько открываетесь», уверенность 92 %.',
      candidates: [{ title: 'Часы работы', confidence: 0.92 }],
    },
    {
      ...turn,
      afterSeq: 4,
      at: from,
      kind: 'clarify',
      why: 'Переспросил: две темы почти одинаково вероятны.',
      candidates: [
        { title: 'Вход и восстановление доступа', confidence: 0.58 },
        { title: 'Код из СМС не приходит', confidence: 0.51 },
        { title: 'Регистрация учётной записи', confidence: 0.22 },
      ],
    },
    {
      ...turn,
      afterSeq: 6,
      at: from + 40_000,
      kind: 'fallback',
      why: 'Не понял: ни одна тема не набрала достаточной уверенности.',
      candidates: [{ title: 'Вход и восстановление доступа', confidence: 0.31 }],
      read: 'пишет что снилс не тот хотя он тот',
      repairs: ['мфц → МФЦ'],
    },
    {
      ...turn,
      afterSeq: 8,
      at: askedAt,
      kind: 'handoff',
      why: 'Второй раз подряд не понял: передал оператору.',
    },
  ]
}

/** A dialogue of so many messages, for whoever wants to see whether the page stays quick. */
export function longDialogue(id: number, count: number): FakeTicket {
  const ticket = waiting(id, 90, 'Очень Разговорчивый', 'И ещё вопрос', undefined)
  const from = Date.now() - count * MINUTE
  const messages = Array.from({ length: count }, (_, i) => ({
    at: from + i * MINUTE,
    author: i % 3 === 0 ? ('citizen' as const) : ('bot' as const),
    text:
      i % 17 === 0
        ? `${'Оченьдлинноесловобезпробелов'.repeat(12)} ${i}`
        : `Сообщение ${i + 1}: текст как текст, в одну или две строки.`,
    ...(i % 3 === 0 ? {} : { delivery: 'sent' as const }),
  }))
  return { ...ticket, messages: numbered(messages) }
}

function numbered(messages: readonly Partial<DialogueMessage>[]): DialogueMessage[] {
  return messages.map((message, i) => ({ ...SAID, ...message, seq: i + 1 }))
}
