import type { Locale } from '../../../src/core/locale.ts'
import type { HandoffReason } from '../../../src/core/ticket.ts'

interface WhyWords {
  readonly answered: (titles: readonly string[]) => string
  readonly because: (percent: number, example: string | undefined) => string
  /** Why an answer was given, when a button or a number was what the citizen sent. */
  readonly chosen: string
  readonly clarified: (titles: readonly string[]) => string
  readonly fellBack: string
  readonly fellBackNear: (title: string, percent: number) => string
  readonly talked: (intent: string) => string
  /** Small talk and commands by their ids (`intents/`, `dialogue/`). */
  readonly intents: Readonly<Record<string, string>>
  readonly handedOff: Readonly<Record<HandoffReason, string>>
  /** The same answer again and again. */
  readonly loop: string
  readonly reopened: string
  readonly returned: string
  readonly noted: string
  /** Why nothing was decided, by the rule that said so. */
  readonly notedBy: Readonly<Record<string, string>>
  /** How a text was read that was not typed as it was meant (`nlu/reading.ts`). */
  readonly repairs: Readonly<Record<string, string>>
}

const quoted = (titles: readonly string[]) => titles.map((title) => `«${title}»`).join(', ')
const inQuotes = (titles: readonly string[]) => titles.map((title) => `“${title}”`).join(', ')

/** What operators read about the bot's decisions. */
export const WHY: Readonly<Record<Locale, WhyWords>> = {
  ru: {
    answered: (titles) => `Ответил: ${quoted(titles)}`,
    because: (percent, example) =>
      example === undefined
        ? `, уверенность ${percent} %`
        : `, похоже на «${example}», уверенность ${percent} %`,
    chosen: ', по выбору гражданина',
    clarified: (titles) => `Не был уверен и предложил выбрать: ${quoted(titles)}`,
    fellBack: 'Не понял и попросил написать иначе',
    fellBackNear: (title, percent) => `Не понял: ближе всего «${title}», но уверенность всего ${percent} %`,
    talked: (intent) => `Поддержал разговор: ${intent}`,
    intents: {
      'talk.greeting': 'приветствие',
      'talk.thanks': 'благодарность',
      'talk.goodbye': 'прощание',
      'talk.about_bot': 'вопрос о боте',
      'talk.helped': 'помогло',
      'talk.not_helped': 'не помогло',
      'talk.cancel': 'отмена',
      'talk.insult': 'грубость',
      'talk.how_are_you': 'как дела',
      'talk.operator': 'просьба позвать оператора',
      'command.start': 'команда «начать»',
      'command.help': 'справка',
      'command.language': 'смена языка',
      'ticket.unknown': 'неизвестный номер обращения',
      'ticket.closed': 'номер закрытого обращения',
    },
    handedOff: {
      'asked-for-human': 'Передал оператору: гражданин попросил человека',
      'not-helped': 'Передал оператору: ответ не помог',
      'not-understood': 'Передал оператору: не понял два раза подряд',
      'topic-escalates': 'Передал оператору: эта тема всегда для человека',
      unresolved: 'Показал оператору: вопрос остался без ответа',
      'engine-failed': 'Передал оператору из-за сбоя бота',
      stalled: 'Передал оператору: сообщение ждало слишком долго',
    },
    loop: 'Передал оператору: ответы повторялись',
    reopened: 'Открыл обращение снова: гражданин написал его номер',
    returned: 'Вернулся к боту по команде гражданина',
    noted: 'Сохранил без ответа',
    notedBy: {
      'keeps-silent': 'Промолчал: отвечает оператор',
      'notes-unreadable': 'Прочитать не смог и сказал об этом',
      'hears-nothing': 'Не нашёл в сообщении вопроса',
      'chooses-in-words': 'Попросил выбрать из предложенного',
      'follows-choice': 'Этот выбор больше не действует',
      'leaves-group': 'Вежливо вышел из группы',
    },
    repairs: { layout: 'раскладка клавиатуры', translit: 'транслит' },
  },
  en: {
    answered: (titles) => `Answered: ${inQuotes(titles)}`,
    because: (percent, example) =>
      example === undefined ? `, ${percent} % sure` : `, similar to “${example}”, ${percent} % sure`,
    chosen: ', as the citizen chose',
    clarified: (titles) => `Was not sure and offered a choice: ${inQuotes(titles)}`,
    fellBack: 'Did not understand and asked to rephrase',
    fellBackNear: (title, percent) =>
      `Did not understand: nearest was “${title}”, but only ${percent} % sure`,
    talked: (intent) => `Made conversation: ${intent}`,
    intents: {
      'talk.greeting': 'greeting',
      'talk.thanks': 'thanks',
      'talk.goodbye': 'goodbye',
      'talk.about_bot': 'a question about the bot',
      'talk.helped': 'it helped',
      'talk.not_helped': 'it did not help',
      'talk.cancel': 'cancelled',
      'talk.insult': 'rudeness',
      'talk.how_are_you': 'how are you',
      'talk.operator': 'asked for an operator',
      'command.start': 'the command “start”',
      'command.help': 'help',
      'command.language': 'changed the language',
      'ticket.unknown': 'an unknown ticket number',
      'ticket.closed': 'the number of a closed ticket',
    },
    handedOff: {
      'asked-for-human': 'Handed over: the citizen asked for a person',
      'not-helped': 'Handed over: the answer did not help',
      'not-understood': 'Handed over: not understood twice in a row',
      'topic-escalates': 'Handed over: this topic is always for a person',
      unresolved: 'Shown to operators: the question was left open',
      'engine-failed': 'Handed over because the bot failed',
      stalled: 'Handed over: the message waited for too long',
    },
    loop: 'Handed over: the answers went round in circles',
    reopened: 'Opened the ticket again: the citizen wrote its number',
    returned: 'Went back to the bot at the citizen’s command',
    noted: 'Kept, without an answer',
    notedBy: {
      'keeps-silent': 'Kept silent: an operator answers',
      'notes-unreadable': 'Could not read it, and said so',
      'hears-nothing': 'Found no question in the message',
      'chooses-in-words': 'Asked to choose from what was offered',
      'follows-choice': 'This choice is no longer valid',
      'leaves-group': 'Left the group politely',
    },
    repairs: { layout: 'keyboard layout', translit: 'transliteration' },
  },
}
