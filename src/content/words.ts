import type { Locale } from '../core/locale.ts'

export type Details = Readonly<Record<string, string | number>>
/** What is wrong, and what to do about it. */
type Wording = Readonly<Record<Locale, (d: Details) => readonly [problem: string, cure: string]>>

/** Every fault and warning that an editor is told of. Small letters first: they follow a place in a line. */
export const WORDS = {
  // ——— a file ———
  LOAD_FAILED: {
    ru: (d) => [
      `содержание не прочитано (${d['why']})`,
      'это ошибка программы: сообщите о ней разработчикам',
    ],
    en: (d) => [
      `the content was not read (${d['why']})`,
      'this is an error of the program: tell its developers',
    ],
  },
  FOLDER_CLOSED: {
    ru: () => ['папка не открывается', 'проверьте права на неё и что вложенных папок не больше шести'],
    en: () => [
      'the folder does not open',
      'check its rights, and that it holds no more than six levels of folders',
    ],
  },
  FILE_MISSING: {
    ru: (d) => [`файла ${d['name']} нет`, 'создайте его или верните из предыдущей версии'],
    en: (d) => [`the file ${d['name']} is missing`, 'make it or bring it back from an earlier version'],
  },
  FILE_UNREADABLE: {
    ru: (d) => [`файл не читается (${d['why']})`, 'проверьте права на файл и что это не папка'],
    en: (d) => [`the file cannot be read (${d['why']})`, 'check its rights and that it is no folder'],
  },
  FILE_EMPTY: {
    ru: () => ['файл пуст', 'наполните его по образцу соседнего или удалите'],
    en: () => ['the file is empty', 'fill it after the model of its neighbour, or delete it'],
  },
  FILE_LARGE: {
    ru: (d) => [`файл больше ${d['max']} МБ`, 'разделите его на несколько по темам'],
    en: (d) => [`the file is larger than ${d['max']} MB`, 'split it into several, by theme'],
  },
  FILE_ENCODING: {
    ru: () => ['в строке не UTF-8', 'сохраните файл заново в кодировке UTF-8'],
    en: () => ['the line is not UTF-8', 'save the file again in the encoding UTF-8'],
  },
  FILE_ENDING: {
    ru: () => ['файл с окончанием .yml не читается', 'переименуйте его: окончание .yaml'],
    en: () => ['a file that ends in .yml is not read', 'rename it: the ending is .yaml'],
  },

  // ——— YAML ———
  YAML_TAB: {
    ru: () => ['отступ сделан табуляцией', 'замените её пробелами: по два на уровень'],
    en: () => ['a tab is used to indent', 'replace it by spaces: two a level'],
  },
  YAML_INDENT: {
    ru: () => [
      'отступ здесь или в следующей строке не тот',
      'выровняйте её с соседними того же уровня: по два пробела на уровень',
    ],
    en: () => [
      'the indentation here or in the next line is off',
      'align it with its neighbours of the same level: two spaces a level',
    ],
  },
  YAML_DUPLICATE_KEY: {
    ru: (d) => [`«${d['key']}» записано дважды`, 'оставьте одно'],
    en: (d) => [`"${d['key']}" is written twice`, 'keep one of them'],
  },
  YAML_UNCLOSED: {
    ru: () => ['не хватает кавычки, скобки или двоеточия', 'закройте то, что открыто в этой строке или выше'],
    en: () => ['a quote, a bracket or a colon is missing', 'close what was opened in this line or above'],
  },
  YAML_COLON: {
    ru: () => [
      'в тексте есть двоеточие с пробелом',
      'возьмите весь текст в кавычки или начните его с новой строки после |',
    ],
    en: () => [
      'the text has a colon followed by a space',
      'put the whole text into quotes, or begin it on a new line after |',
    ],
  },
  YAML_AFTER_QUOTE: {
    ru: () => ['после закрытой кавычки текст идёт дальше', "возьмите весь текст в кавычки другого вида: '…'"],
    en: () => [
      'the text goes on after its closing quote',
      "put the whole text into quotes of the other kind: '…'",
    ],
  },
  YAML_START: {
    ru: () => ['текст не может начинаться с этого знака', 'возьмите весь текст в кавычки'],
    en: () => ['a text cannot begin with this sign', 'put the whole text into quotes'],
  },
  YAML_ESCAPE: {
    ru: () => ['обратная косая черта в двойных кавычках', 'возьмите текст в одинарные кавычки'],
    en: () => ['a backslash inside double quotes', 'put the text into single quotes'],
  },
  YAML_ALIAS: {
    ru: () => ['ссылки YAML (*имя) здесь не служат', 'напишите само значение'],
    en: () => ['YAML aliases (*name) are of no use here', 'write the value itself'],
  },
  YAML_TAG: {
    ru: () => [
      'теги YAML (!имя) здесь не служат',
      'уберите тег; если текст начинается с !, возьмите его в кавычки',
    ],
    en: () => ['YAML tags (!name) are of no use here', 'take the tag away; quote a text that begins with !'],
  },
  YAML_DIRECTIVE: {
    ru: () => ['указание %YAML или %TAG', 'уберите эту строку'],
    en: () => ['a %YAML or %TAG directive', 'take this line away'],
  },
  YAML_SEVERAL: {
    ru: () => ['в файле несколько документов YAML', 'уберите строку --- или разделите файл'],
    en: () => ['the file holds several YAML documents', 'take the line --- away, or split the file'],
  },
  YAML_DEEP: {
    ru: () => [
      'слишком много уровней вложенности',
      'здесь их нужно не больше шести: проверьте скобки и отступы',
    ],
    en: () => ['nested too deeply', 'six levels are enough here: check brackets and indentation'],
  },
  YAML_SYNTAX: {
    ru: () => ['это не YAML', 'проверьте отступы, двоеточия и кавычки в этой строке и перед ней'],
    en: () => ['this is not YAML', 'check indentation, colons and quotes in this line and before it'],
  },
  KEY_FORBIDDEN: {
    ru: (d) => [`имя «${d['key']}» запрещено`, 'уберите эту строку'],
    en: (d) => [`the name "${d['key']}" is forbidden`, 'take this line away'],
  },
  KEY_NOT_TEXT: {
    ru: () => ['имя поля — не слово', 'слева от двоеточия стоит одно слово латиницей'],
    en: () => ['the name of a field is not a word', 'what stands left of the colon is one word'],
  },
  CHARACTER_FORBIDDEN: {
    ru: (d) => [
      `в тексте невидимый управляющий знак ${d['character']}`,
      'удалите его: наберите это место заново',
    ],
    en: (d) => [
      `an invisible control character ${d['character']} in the text`,
      'delete it: type this place anew',
    ],
  },

  // ——— the shape ———
  UNKNOWN_FIELD: {
    ru: (d) => [
      `поля «${d['name']}» нет`,
      d['nearest'] ? `похоже на «${d['nearest']}»` : `бывают: ${d['known']}`,
    ],
    en: (d) => [
      `there is no field "${d['name']}"`,
      d['nearest'] ? `it looks like "${d['nearest']}"` : `there are: ${d['known']}`,
    ],
  },
  MISSING_FIELD: {
    ru: (d) => [`не хватает поля «${d['name']}»`, 'допишите его'],
    en: (d) => [`the field "${d['name']}" is missing`, 'add it'],
  },
  EMPTY_FIELD: {
    ru: (d) => [`«${d['name']}» пусто`, 'наполните или удалите строку целиком'],
    en: (d) => [`"${d['name']}" is empty`, 'fill it, or delete the whole line'],
  },
  NEEDS_TEXT: {
    ru: (d) => [`«${d['name']}» должно быть текстом`, 'возьмите значение в кавычки'],
    en: (d) => [`"${d['name']}" has to be text`, 'put the value into quotes'],
  },
  TEXT_NOT_FIELDS: {
    ru: (d) => [
      `«${d['name']}» должно быть текстом, а читается как поля`,
      'если это одна фраза с двоеточием, возьмите её в кавычки; если здесь ru и en, нужен просто текст',
    ],
    en: (d) => [
      `"${d['name']}" has to be text, and reads as fields`,
      'a phrase with a colon goes into quotes; where ru and en stand, plain text is meant',
    ],
  },
  TEXT_NOT_LIST: {
    ru: (d) => [`«${d['name']}» должно быть одним текстом, а здесь список`, 'уберите дефисы или скобки'],
    en: (d) => [`"${d['name']}" has to be one text, and is a list`, 'take the dashes or brackets away'],
  },
  NEEDS_LIST: {
    ru: (d) => [
      `«${d['name']}» должно быть списком`,
      'каждый пункт с новой строки, с дефисом и пробелом впереди',
    ],
    en: (d) => [
      `"${d['name']}" has to be a list`,
      'each item on a line of its own, after a dash and a space',
    ],
  },
  NEEDS_FIELDS: {
    ru: (d) => [
      `«${d['name']}» должно состоять из полей`,
      'каждое с новой строки, с отступом: имя, двоеточие, пробел, значение',
    ],
    en: (d) => [
      `"${d['name']}" has to consist of fields`,
      'each on a line of its own, indented: name, colon, space, value',
    ],
  },
  NEEDS_TRUE_FALSE: {
    ru: (d) => [`«${d['name']}» бывает только true или false`, 'true — да, false — нет, без кавычек'],
    en: (d) => [`"${d['name']}" is either true or false`, 'write one of them, without quotes'],
  },
  NOT_ONE_OF: {
    ru: (d) => [`«${d['value']}» не годится для «${d['name']}»`, `бывает: ${d['known']}`],
    en: (d) => [`"${d['value']}" does not serve as "${d['name']}"`, `there are: ${d['known']}`],
  },
  ID_FORM: {
    ru: (d) => [
      `имя «${d['value']}» не годится`,
      'латинские строчные буквы, цифры, - и _, части через точку, не больше 48 знаков: contacts.phone',
    ],
    en: (d) => [
      `the name "${d['value']}" does not serve`,
      'small Latin letters, digits, - and _, parts joined by dots, at most 48 signs: contacts.phone',
    ],
  },
  DATE_FORM: {
    ru: (d) => [`«${d['value']}» — не дата`, 'год-месяц-день: 2026-12-31'],
    en: (d) => [`"${d['value']}" is no date`, 'year-month-day: 2026-12-31'],
  },
  SYNONYM_ALONE: {
    ru: () => ['в группе синонимов одно слово', 'добавьте второе или удалите группу'],
    en: () => ['a group of synonyms has one word only', 'add a second one, or delete the group'],
  },

  // ——— the sense ———
  NO_TOPICS: {
    ru: () => ['нет ни одной темы', 'добавьте файл с topics: в папку faq'],
    en: () => ['there is no topic', 'add a file with topics: to the folder faq'],
  },
  ID_TWICE: {
    ru: (d) => [`имя «${d['id']}» уже занято: ${d['other']}`, 'переименуйте одно из двух'],
    en: (d) => [`the name "${d['id']}" is taken: ${d['other']}`, 'rename one of the two'],
  },
  TITLE_TWICE: {
    ru: (d) => [
      `такой же заголовок у «${d['id']}»: ${d['other']}`,
      'в выборе их не различить: измените один',
    ],
    en: (d) => [`"${d['id']}" has the same title: ${d['other']}`, 'they look alike in a choice: change one'],
  },
  TITLE_LONG: {
    ru: (d) => [`заголовок длиннее ${d['max']} знаков (${d['length']})`, 'сократите: его читают на кнопке'],
    en: (d) => [
      `the title is longer than ${d['max']} signs (${d['length']})`,
      'shorten it: it is read on a button',
    ],
  },
  ANSWER_LONG: {
    ru: (d) => [
      `ответ длиннее ${d['max']} знаков (${d['length']})`,
      'сократите или разделите на темы, связав через options',
    ],
    en: (d) => [
      `the answer is longer than ${d['max']} signs (${d['length']})`,
      'shorten it, or split it into topics joined by options',
    ],
  },
  FEW_EXAMPLES: {
    ru: (d) => [
      `примеров ${d['count']}, нужно хотя бы ${d['min']}`,
      'допишите, как об этом спрашивают своими словами',
    ],
    en: (d) => [
      `${d['count']} examples, at least ${d['min']} are needed`,
      'add how people ask this in their own words',
    ],
  },
  EXAMPLE_TWICE: {
    ru: (d) => [`такой пример в этой теме уже есть: ${d['other']}`, 'удалите один'],
    en: (d) => [`this topic has the example already: ${d['other']}`, 'delete one'],
  },
  EXAMPLE_ELSEWHERE: {
    ru: (d) => [`такой же пример у «${d['id']}»: ${d['other']}`, 'оставьте его там, куда ведёт ответ'],
    en: (d) => [`"${d['id']}" has the same example: ${d['other']}`, 'keep it where the right answer is'],
  },
  EXAMPLE_IS_NEGATIVE: {
    ru: (d) => [`эта фраза и в examples, и в negatives: ${d['other']}`, 'оставьте её в одном месте'],
    en: (d) => [`the phrase is in examples and in negatives: ${d['other']}`, 'keep it in one of them'],
  },
  BACKGROUND_IS_EXAMPLE: {
    ru: (d) => [`фраза без ответа — пример у «${d['id']}»: ${d['other']}`, 'удалите её отсюда или оттуда'],
    en: (d) => [
      `a phrase that nothing answers is an example of "${d['id']}": ${d['other']}`,
      'delete it here or there',
    ],
  },
  EXAMPLE_EMPTY: {
    ru: (d) => [`в примере «${d['text']}» нет ни букв, ни цифр`, 'напишите фразу словами'],
    en: (d) => [`the example "${d['text']}" has no letter and no digit`, 'write a phrase in words'],
  },
  SYNONYM_TWICE: {
    ru: (d) => [
      `«${d['word']}» есть и в другой группе: ${d['other']}`,
      'объедините группы или уберите слово из одной',
    ],
    en: (d) => [
      `"${d['word']}" is in another group too: ${d['other']}`,
      'join the groups, or take the word out of one',
    ],
  },
  OPTION_UNKNOWN: {
    ru: (d) => [
      `темы «${d['id']}» нет`,
      d['nearest'] ? `похожая: ${d['nearest']}` : 'уберите или заведите такую тему',
    ],
    en: (d) => [
      `there is no topic "${d['id']}"`,
      d['nearest'] ? `a similar one: ${d['nearest']}` : 'take it away, or add such a topic',
    ],
  },
  OPTION_SELF: {
    ru: () => ['тема ведёт сама на себя', 'уберите её из options'],
    en: () => ['the topic leads to itself', 'take it out of its options'],
  },
  OPTION_TWICE: {
    ru: (d) => [`«${d['id']}» названа в options дважды`, 'оставьте один раз'],
    en: (d) => [`"${d['id']}" is named twice in options`, 'keep it once'],
  },
  DATES_REVERSED: {
    ru: () => ['valid_to раньше, чем valid_from', 'поменяйте даты местами'],
    en: () => ['valid_to is before valid_from', 'swap the dates'],
  },
  TOPIC_EXPIRED: {
    ru: (d) => [`тема «${d['id']}» устарела ${d['date']}`, 'обновите ответ и valid_to или удалите тему'],
    en: (d) => [
      `the topic "${d['id']}" expired on ${d['date']}`,
      'renew the answer and valid_to, or delete the topic',
    ],
  },
  PLACES_DIFFER: {
    ru: (d) => [
      `места для значений не те же, что в другом языке: ${d['places']}`,
      'впишите в оба текста одни и те же {имена}',
    ],
    en: (d) => [
      `the places for values differ from the other language: ${d['places']}`,
      'write the same {names} into both texts',
    ],
  },

  // ——— facts ———
  FACT_UNKNOWN: {
    ru: (d) => [
      `факта «${d['name']}» нет`,
      d['nearest'] ? `похожий: {{fact.${d['nearest']}}}` : 'заведите его в faq/facts.yaml',
    ],
    en: (d) => [
      `there is no fact "${d['name']}"`,
      d['nearest'] ? `a similar one: {{fact.${d['nearest']}}}` : 'add it to faq/facts.yaml',
    ],
  },
  SLOT_UNKNOWN: {
    ru: (d) => [`«${d['whole']}» ничем не заполнится`, 'факт пишется {{fact.имя}}'],
    en: (d) => [`nothing fills "${d['whole']}"`, 'a fact is written {{fact.name}}'],
  },
  SLOT_NOT_HERE: {
    ru: (d) => [
      `«${d['whole']}» здесь не заполняется`,
      'номер обращения известен только во фразах handoff.…',
    ],
    en: (d) => [
      `"${d['whole']}" is not filled here`,
      'the number of a ticket is known in the phrases handoff.… only',
    ],
  },
  CITATION_NOT_HERE: {
    ru: (d) => [
      `«${d['whole']}» здесь не заполняется`,
      'факты ставят в ответы, а не в заголовки и примеры: напишите словами',
    ],
    en: (d) => [
      `"${d['whole']}" is not filled here`,
      'facts belong into answers, not into titles and examples: write it out',
    ],
  },
  CITATION_OPEN: {
    ru: () => ['скобки {{ не закрыты', 'факт пишется целиком в одной строке: {{fact.имя}}'],
    en: () => ['the braces {{ are not closed', 'a fact is written whole in one line: {{fact.name}}'],
  },
  FACT_TWICE: {
    ru: (d) => [`тот же номер у факта «${d['name']}»: ${d['other']}`, 'оставьте один и ссылайтесь на него'],
    en: (d) => [`the fact "${d['name']}" has the same number: ${d['other']}`, 'keep one and cite it'],
  },
  FACTS_DIFFER: {
    ru: (d) => [`в ru и en названы разные факты: ${d['names']}`, 'скажите на обоих языках одно и то же'],
    en: (d) => [`ru and en cite different facts: ${d['names']}`, 'say the same in both languages'],
  },
  FACTS_UNUSED: {
    ru: (d) => [`эти факты нигде не названы: ${d['names']}`, 'сошлитесь на них в ответах или удалите'],
    en: (d) => [`these facts are cited nowhere: ${d['names']}`, 'cite them in answers, or delete them'],
  },
  FACT_FORM: {
    ru: (d) => [`«${d['value']}» не похоже на ${KINDS.ru[d['kind'] ?? '']}`, 'исправьте значение или kind'],
    en: (d) => [
      `"${d['value']}" does not look like ${KINDS.en[d['kind'] ?? '']}`,
      'correct the value or its kind',
    ],
  },
  PHONE_BY_HAND: {
    ru: (d) => [`телефон «${d['text']}» вписан от руки`, byFact.ru(d, 'phone')],
    en: (d) => [`the phone "${d['text']}" is typed by hand`, byFact.en(d, 'phone')],
  },
  TIME_BY_HAND: {
    ru: (d) => [`время «${d['text']}» вписано от руки`, byFact.ru(d, 'hours')],
    en: (d) => [`the time "${d['text']}" is typed by hand`, byFact.en(d, 'hours')],
  },
  FEE_BY_HAND: {
    ru: (d) => [`сумма «${d['text']}» вписана от руки`, byFact.ru(d, 'fee')],
    en: (d) => [`the sum "${d['text']}" is typed by hand`, byFact.en(d, 'fee')],
  },

  // ——— markup ———
  BOLD_OPEN: {
    ru: () => ['** без пары', 'жирное — между двумя ** в одной строке'],
    en: () => ['** without its pair', 'bold text stands between two ** in one line'],
  },
  LINK_BROKEN: {
    ru: (d) => [`ссылка не читается: ${d['text']}`, 'нужно [подпись](https://адрес) без пробелов в адресе'],
    en: (d) => [
      `the link does not read: ${d['text']}`,
      'write [label](https://address) with no spaces in the address',
    ],
  },
  LINK_SCHEME: {
    ru: (d) => [`ссылка на ${d['text']}`, 'адрес начинается с https://, tel: или mailto:'],
    en: (d) => [`a link to ${d['text']}`, 'an address begins with https://, tel: or mailto:'],
  },
  HTML_TAG: {
    ru: (d) => [
      `тег ${d['text']} покажется как есть`,
      'жирное — **текст**, ссылка — [подпись](https://адрес)',
    ],
    en: (d) => [
      `the tag ${d['text']} is shown as it is`,
      'bold is **text**, a link is [label](https://address)',
    ],
  },

  // ——— tests ———
  TEST_TOPIC_UNKNOWN: {
    ru: (d) => [
      `проверка ждёт тему «${d['id']}», а её нет`,
      d['nearest'] ? `похожая: ${d['nearest']}` : 'исправьте имя или напишите null',
    ],
    en: (d) => [
      `the test expects the topic "${d['id']}", there is none`,
      d['nearest'] ? `a similar one: ${d['nearest']}` : 'correct the name, or write null',
    ],
  },
  TEST_TWICE: {
    ru: (d) => [`такая проверка уже есть: ${d['other']}`, 'удалите одну'],
    en: (d) => [`the test is there already: ${d['other']}`, 'delete one'],
  },
  TEST_IS_EXAMPLE: {
    ru: (d) => [
      `вопрос слово в слово стоит в примерах: ${d['other']}`,
      'такая проверка ничего не проверяет: спросите иначе',
    ],
    en: (d) => [
      `the question is an example word for word: ${d['other']}`,
      'such a test tests nothing: ask in other words',
    ],
  },
} as const satisfies Readonly<Record<string, Wording>>

export type FaultCode = keyof typeof WORDS

const KINDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ru: { phone: 'телефон', link: 'адрес сайта (https://…)', email: 'адрес электронной почты' },
  en: { phone: 'a phone number', link: 'an address of a site (https://…)', email: 'an e-mail address' },
}

const byFact = {
  ru: (d: Details, kind: string) =>
    d['fact']
      ? `такой факт есть: {{fact.${d['fact']}}}`
      : `заведите в faq/facts.yaml факт (kind: ${kind}) и сошлитесь на него`,
  en: (d: Details, kind: string) =>
    d['fact']
      ? `there is such a fact: {{fact.${d['fact']}}}`
      : `add a fact to faq/facts.yaml (kind: ${kind}) and cite it`,
} as const satisfies Readonly<Record<Locale, (d: Details, kind: string) => string>>
