import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Content, LEXICON_KEYS, PHRASE_KEYS } from '../core/content.ts'
import { type IntentId, intentId, type TeamName, type TopicId, teamName, topicId } from '../core/ids.ts'
import { freeze } from './freeze.ts'
import { versionOf } from './version.ts'

const FILE = 'content-last-good.json'
/** Grows when a field is added, so that an older file is not half understood. */
const FORMAT = 1

/** Keeps the content that serves now, for a start with broken files. After a crash the file is the old or the new one. */
export async function writeSnapshot(dataFolder: string, content: Content): Promise<void> {
  const path = join(dataFolder, FILE)
  const draft = `${path}.${process.pid}.tmp`
  const { topics, intents, ...rest } = content
  const json = JSON.stringify({
    format: FORMAT,
    content: { ...rest, topics: [...topics.values()], intents: [...intents.values()] },
  })
  try {
    await writeDurably(draft, json)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** The last good content, or undefined when there is none, or what is there was not written by us whole. */
export async function readSnapshot(dataFolder: string): Promise<Content | undefined> {
  const json = await readFile(join(dataFolder, FILE), 'utf8').catch(() => undefined)
  if (json === undefined) return undefined
  const parsed = fileSchema.safeParse(parseJson(json))
  if (!parsed.success) return undefined
  const { topics, intents, version, ...rest } = parsed.data.content
  const content = freeze({
    ...rest,
    topics: new Map(topics.map((topic) => [topic.id, { ...topic, team: topic.team }])),
    intents: new Map(intents.map((intent) => [intent.id, { ...intent, reply: intent.reply }])),
  })
  return versionOf(content) === version ? Object.freeze({ version, ...content }) : undefined
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text, 'utf8')
    await file.sync()
  } finally {
    await file.close()
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const texts = z.array(z.string())
const examples = z.strictObject({ ru: texts, en: texts })
const localized = z.strictObject({ ru: z.string(), en: z.string() })
const topic = z.string().transform((raw): TopicId => topicId(raw))
const intent = z.string().transform((raw): IntentId => intentId(raw))
const team = z.string().transform((raw): TeamName => teamName(raw))

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  content: z.strictObject({
    version: z.string(),
    topics: z.array(
      z.strictObject({
        id: topic,
        title: localized,
        examples,
        negatives: examples,
        answer: localized,
        options: z.array(topic),
        team: team.optional(),
        escalate: z.boolean(),
        validFrom: z.number(),
        validTo: z.number(),
      }),
    ),
    intents: z.array(z.strictObject({ id: intent, examples, reply: localized.optional() })),
    phrases: z.record(z.enum(PHRASE_KEYS), localized),
    lexicon: z.record(z.enum(LEXICON_KEYS), examples),
    synonyms: z.array(texts),
    background: texts,
  }),
})
