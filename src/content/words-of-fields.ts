/** What an editor reads beside a field while typing: the descriptions of the exported JSON Schemas. */
export const FIELD_WORDS = {
  topics: ['Темы: вопросы граждан и ответы на них', 'Topics: what citizens ask, and the answers'],
  'topic.id': [
    'Имя темы: латиницей, части через точку. Не меняйте: на него ссылаются',
    'The topic’s name, parts joined by dots. Others refer to it: do not change it',
  ],
  'topic.title': [
    'Как вопрос назван на кнопке, до 60 знаков',
    'What the question is called on a button, at most 60 signs',
  ],
  'topic.source': ['Откуда взят ответ', 'Where the answer is taken from'],
  'topic.owner': ['Кто отвечает за текст', 'Who answers for the text'],
  'topic.team': ['Какой группе операторов передавать', 'Which team of operators it goes to'],
  'topic.examples': [
    'Как об этом спрашивают своими словами: не меньше трёх на каждом языке',
    'How people ask it in their own words: at least three in each language',
  ],
  'topic.negatives': ['Что звучит похоже, но не об этом', 'What sounds alike, and is something else'],
  'topic.answer': [
    'Ответ. **жирное**, [подпись](https://адрес); телефоны, часы и суммы только фактами: {{fact.имя}}',
    'The answer. **bold**, [label](https://address); phones, hours and fees as facts only: {{fact.name}}',
  ],
  'topic.options': [
    'Имена тем, которые предложить после ответа',
    'Names of topics to offer after the answer',
  ],
  'topic.escalate': [
    'true: ответить и сразу передать человеку',
    'true: answer, and hand over to a human as well',
  ],
  'topic.valid_from': [
    'С какого дня ответ действует, по московскому времени',
    'The first day of the answer, Moscow time',
  ],
  'topic.valid_to': [
    'Последний день, когда ответ действует, по московскому времени',
    'The last day of the answer, Moscow time',
  ],
  facts: [
    'Факты: каждый телефон, часы, сумма, срок и адрес — один раз',
    'Facts: each phone, hour, fee, term and address, once',
  ],
  'fact.kind': [
    'phone телефон, hours часы, fee сумма, term срок, address адрес, link сайт, email почта, text прочее',
    'What it is',
  ],
  'fact.value': [
    'Значение: одно на оба языка или отдельно ru и en',
    'The value: one for both languages, or ru and en apart',
  ],
  'fact.source': ['Где это сказано', 'Where this is said'],
  'fact.disagreement': [
    'Что говорят другие источники и почему выбрано это',
    'What other sources say, and why this was chosen',
  ],
  intents: ['Намерения: разговор о разговоре', 'Intents: small talk and wishes about the conversation'],
  'intent.id': ['Имя намерения: talk.greeting', 'The intent’s name: talk.greeting'],
  'intent.examples': ['Как это говорят', 'How people say it'],
  'intent.reply': ['Что ответить; без него отвечает правило', 'What to reply; without it a rule replies'],
  phrases: [
    'Всё, что бот говорит сам. {имя} — место для значения',
    'Everything that the bot says of its own. {name} is a place for a value',
  ],
  lexicon: ['Списки слов, на которые опираются правила', 'Lists of words that rules go by'],
  synonyms: [
    'Группы слов с одним смыслом; первое заменяет остальные',
    'Groups of words that mean the same; the first stands for the others',
  ],
  background: ['Сообщения, на которые ни одна тема не отвечает', 'Messages that no topic answers'],
  tests: [
    'Проверки: вопрос и тема, которая должна ответить',
    'Tests: a question, and the topic that has to answer',
  ],
  'test.ask': ['Вопрос гражданина, не из примеров', 'A citizen’s question, none of the examples'],
  'test.topic': ['Имя темы или null, если отвечать нечем', 'The topic’s name, or null where nothing answers'],
} as const satisfies Readonly<Record<string, readonly [ru: string, en: string]>>

export type Field = keyof typeof FIELD_WORDS
