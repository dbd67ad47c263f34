import { z } from 'zod'
import { LEXICON_KEYS, type LexiconKey, PHRASE_KEYS, type PhraseKey } from '../core/content.ts'
import type { FaultCode } from './words.ts'
import { FIELD_WORDS, type Field } from './words-of-fields.ts'

/**
 * What content files look like. A message here is a code of `words.ts`; what has no message gets its
 * words by what went wrong (`issues.ts`). Only the shape is checked: limits that editors may overstep
 * for a while are the lint's, so that one long title hides no other fault; the exported JSON Schema
 * tells them nevertheless (`meta`).
 */
const says = (code: FaultCode): FaultCode => code

/** Marks a message that carries the names of all fields. */
export const UNKNOWN_FIELD = 'UNKNOWN_FIELD:'

function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? UNKNOWN_FIELD + Object.keys(shape).join(' ') : undefined,
  })
}

/** What an editor reads beside the field. */
const about = (field: Field) => ({ description: FIELD_WORDS[field].join('\n') })

export const MAX_TITLE = 60
export const MIN_EXAMPLES = 3

const text = z.string().trim().min(1)
const texts = z.array(text)
const name = z
  .string()
  .max(48, { error: says('ID_FORM') })
  .regex(/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/, { error: says('ID_FORM') })
const day = z.iso.date({ error: says('DATE_FORM') })
const localized = fields({ ru: text, en: text })
const examples = fields({ ru: texts, en: texts })
const enoughTexts = texts.meta({ minItems: MIN_EXAMPLES })
const title = text.meta({ maxLength: MAX_TITLE })

export const topicSchema = fields({
  id: name.meta(about('topic.id')),
  title: fields({ ru: title, en: title }).meta(about('topic.title')),
  source: texts.min(1).meta(about('topic.source')),
  owner: text.meta(about('topic.owner')).optional(),
  team: name.meta(about('topic.team')).optional(),
  examples: fields({ ru: enoughTexts, en: enoughTexts }).meta(about('topic.examples')),
  negatives: fields({ ru: texts.optional(), en: texts.optional() }).meta(about('topic.negatives')).optional(),
  answer: localized.meta(about('topic.answer')),
  options: z.array(name).meta(about('topic.options')).optional(),
  escalate: z.boolean().meta(about('topic.escalate')).optional(),
  valid_from: day.meta(about('topic.valid_from')).optional(),
  valid_to: day.meta(about('topic.valid_to')).optional(),
})
export type TopicEntry = z.output<typeof topicSchema>

export const FACT_KINDS = ['phone', 'hours', 'fee', 'term', 'address', 'link', 'email', 'text'] as const
export const factSchema = fields({
  kind: z.enum(FACT_KINDS).meta(about('fact.kind')),
  value: z.union([text, localized]).meta(about('fact.value')),
  source: texts.min(1).meta(about('fact.source')),
  disagreement: z.union([text, texts]).meta(about('fact.disagreement')).optional(),
})
export type FactEntry = z.output<typeof factSchema>

export const intentSchema = fields({
  id: name.meta(about('intent.id')),
  examples: examples.meta(about('intent.examples')),
  reply: localized.meta(about('intent.reply')).optional(),
})
export type IntentEntry = z.output<typeof intentSchema>

export const phraseSchema = localized
export type PhraseEntry = z.output<typeof phraseSchema>

export const lexiconSchema = examples
export type LexiconEntry = z.output<typeof lexiconSchema>

export const synonymsSchema = texts.min(2, { error: says('SYNONYM_ALONE') })
export const backgroundSchema = text

export const testSchema = fields({
  ask: text.meta(about('test.ask')),
  topic: name.nullable().meta(about('test.topic')),
})
export type TestEntry = z.output<typeof testSchema>

export const topicsFile = fields({ topics: z.array(topicSchema).meta(about('topics')) })
export const factsFile = fields({ facts: z.record(name, factSchema).meta(about('facts')) })
export const intentsFile = fields({ intents: z.array(intentSchema).meta(about('intents')) })
export const phrasesFile = fields({ phrases: fields(each(PHRASE_KEYS, phraseSchema)).meta(about('phrases')) })
export const lexiconFile = fields({
  lexicon: fields(each(LEXICON_KEYS, lexiconSchema)).meta(about('lexicon')),
})
export const synonymsFile = fields({ synonyms: z.array(synonymsSchema).meta(about('synonyms')) })
export const backgroundFile = fields({ background: z.array(backgroundSchema).meta(about('background')) })
export const testsFile = fields({ tests: z.array(testSchema).meta(about('tests')) })

function each<Key extends PhraseKey | LexiconKey, Schema>(keys: readonly Key[], schema: Schema) {
  return Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>
}
