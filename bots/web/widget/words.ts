import type { Locale } from './locale.ts'

/** Everything the widget itself says. */
export interface Words {
  readonly title: string
  readonly subtitle: string
  readonly launch: string
  readonly unread: (count: number) => string
  readonly close: string
  readonly menu: string
  readonly otherLanguage: string
  readonly human: string
  readonly end: string
  readonly log: string
  readonly message: string
  readonly hint: string
  readonly send: string
  readonly choices: string
  readonly newer: string
  readonly you: string
  readonly bot: string
  readonly notice: string
  readonly operator: string
  readonly sending: string
  readonly sent: string
  readonly failing: string
  readonly refused: string
  readonly tooLong: string
  readonly offline: string
  readonly forbidden: string
  readonly forgetful: string
  readonly endTitle: string
  readonly endWarning: string
  readonly endUnsent: (count: number) => string
  readonly endConfirm: string
  readonly endCancel: string
  readonly ended: string
  readonly again: string
  readonly today: string
  readonly yesterday: string
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

function plural(locale: Locale, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(locale)
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count))
}

export const WORDS: Readonly<Record<Locale, Words>> = {
  ru: {
    title: 'Чат поддержки',
    subtitle: 'Отвечает бот или сотрудник',
    launch: 'Задать вопрос',
    unread: plural('ru', {
      one: '# новое сообщение',
      few: '# новых сообщения',
      many: '# новых сообщений',
      other: '# нового сообщения',
    }),
    close: 'Свернуть чат',
    menu: 'Меню',
    otherLanguage: 'Switch to English',
    human: 'Позвать человека',
    end: 'Завершить и забыть на этом устройстве',
    log: 'Переписка',
    message: 'Ваше сообщение',
    hint: 'Enter — отправить, Shift + Enter — новая строка',
    send: 'Отправить',
    choices: 'Варианты ответа',
    newer: 'Новые сообщения',
    you: 'Вы',
    bot: 'Бот',
    notice: 'Служба поддержки',
    operator: 'Сотрудник',
    sending: 'Отправляется…',
    sent: 'Отправлено',
    failing: 'Пока не отправлено. Отправим, как только получится',
    refused: 'Сервер не принял это сообщение',
    tooLong: 'Сообщение длиннее 100 000 знаков. Разделите его на части.',
    offline: 'Нет связи. Сообщения уйдут сами, когда связь вернётся',
    forbidden:
      'На этом сайте чат не подключён. Администратору: добавьте адрес сайта в настройку channels.web.origins',
    forgetful: 'Браузер не сохраняет переписку: вместе с этой страницей она исчезнет',
    endTitle: 'Завершить разговор?',
    endWarning:
      'Переписка исчезнет с этого устройства, вернуть её будет нельзя. Если вам назвали номер обращения, сначала запишите его.',
    endUnsent: plural('ru', {
      one: '# сообщение ещё не отправлено и пропадёт.',
      few: '# сообщения ещё не отправлены и пропадут.',
      many: '# сообщений ещё не отправлены и пропадут.',
      other: '# сообщения ещё не отправлены и пропадут.',
    }),
    endConfirm: 'Завершить и забыть',
    endCancel: 'Вернуться к разговору',
    ended: 'Разговор завершён. На этом устройстве от него ничего не осталось.',
    again: 'Начать новый разговор',
    today: 'Сегодня',
    yesterday: 'Вчера',
  },
  en: {
    title: 'Support chat',
    subtitle: 'A bot or an operator answers',
    launch: 'Ask a question',
    unread: plural('en', { one: '# new message', other: '# new messages' }),
    close: 'Close the chat',
    menu: 'Menu',
    otherLanguage: 'Перейти на русский',
    human: 'Call a human',
    end: 'End and forget on this device',
    log: 'Conversation',
    message: 'Your message',
    hint: 'Enter sends, Shift + Enter starts a new line',
    send: 'Send',
    choices: 'Possible answers',
    newer: 'New messages',
    you: 'You',
    bot: 'Bot',
    notice: 'Support service',
    operator: 'Operator',
    sending: 'Sending…',
    sent: 'Sent',
    failing: 'Not sent yet. It will go as soon as possible',
    refused: 'The server did not take this message',
    tooLong: 'The message is longer than 100,000 characters. Please split it.',
    offline: 'No connection. Your messages will go by themselves when it is back',
    forbidden:
      'The chat is not available on this site. Administrator: add its address to the setting channels.web.origins',
    forgetful: 'This browser keeps no conversation: it will be gone with this page',
    endTitle: 'End the conversation?',
    endWarning:
      'The conversation will disappear from this device and cannot be brought back. If you were given a ticket number, write it down first.',
    endUnsent: plural('en', {
      one: '# message has not been sent yet and will be lost.',
      other: '# messages have not been sent yet and will be lost.',
    }),
    endConfirm: 'End and forget',
    endCancel: 'Back to the conversation',
    ended: 'The conversation is over. Nothing of it is left on this device.',
    again: 'Start a new conversation',
    today: 'Today',
    yesterday: 'Yesterday',
  },
}
