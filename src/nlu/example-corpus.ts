import { intentId, topicId } from '../core/ids.ts'
import type { Corpus, CorpusEntry } from './corpus.ts'

/** A corpus small enough to know by heart, for the tests of this folder. */
export const EXAMPLE_CORPUS: Corpus = {
  entries: [
    topic('contacts.phone', [
      'по какому номеру вам позвонить',
      'телефон горячей линии',
      'скажите телефон поддержки',
      'как с вами связаться по телефону',
      'номер для звонка бесплатно',
      'what is your phone number',
      'how can I call you',
    ]),
    topic('contacts.abroad', [
      'как позвонить из-за границы',
      'номер для звонка из другой страны',
      'я в Казахстане как вам позвонить',
      'звонок из Сербии',
      'нахожусь за рубежом, какой телефон',
      'how do I call you from abroad',
    ]),
    topic('contacts.hours', [
      'часы работы операторов',
      'до скольки вы работаете',
      'режим работы поддержки',
      'работаете ли вы в субботу',
      'график работы в выходные',
      'what are your opening hours',
    ]),
    topic('contacts.holidays', [
      'как вы работаете в праздники',
      'работа восьмого марта',
      'график на новогодние праздники',
      'в праздничные дни операторы отвечают',
      'are you open on public holidays',
    ]),
    topic('account.password_reset', [
      'забыл пароль',
      'как восстановить пароль',
      'не помню логин и пароль от кабинета',
      'сбросить пароль',
      'восстановление доступа, пароль утерян',
      'I forgot my password',
    ]),
    {
      ...topic('account.sms_code', [
        'не приходит смс с кодом',
        'код подтверждения не пришёл',
        'не получаю код на телефон',
        'смс не доходит',
        'где мой код из сообщения',
        'the code never arrives',
      ]),
      negatives: ['пришёл код, который я не запрашивал'],
    },
    topic('tech.upload', [
      'не загружается файл',
      'не могу прикрепить документ',
      'скан не грузится',
      'ошибка при загрузке фото',
      'какой размер файла можно',
      'file upload fails',
    ]),
    {
      of: { kind: 'intent', id: intentId('talk.greeting') },
      examples: ['здравствуйте', 'привет', 'добрый день', 'доброе утро', 'hello', 'hi there'],
      negatives: [],
      answer: '',
    },
  ],
  synonyms: [['сотрудник', 'оператор', 'живой человек']],
  background: [
    'какая завтра погода',
    'расскажи анекдот',
    'сколько стоит билет на поезд до Казани',
    'посоветуй фильм на вечер',
    'как приготовить плов',
    'курс евро на сегодня',
    'who won the football match',
    'купить квартиру в ипотеку',
  ],
}

function topic(id: string, examples: readonly string[]): CorpusEntry {
  return { of: { kind: 'topic', id: topicId(id) }, examples, negatives: [], answer: '' }
}
