import type { Content, Examples } from './core/content.ts'
import type { Localized } from './core/locale.ts'
import type { Corpus } from './nlu/corpus.ts'

const NOTHING: Examples = { ru: [], en: [] }

/** What understanding learns from the content: topics and small talk side by side. */
export function corpusOf({ topics, intents, synonyms, background }: Content): Corpus {
  return {
    entries: [
      ...[...topics.values()].map((topic) => ({
        of: { kind: 'topic', id: topic.id } as const,
        examples: [...both(topic.examples), topic.title.ru, topic.title.en],
        negatives: both(topic.negatives),
        answer: text(topic.answer),
      })),
      ...[...intents.values()].map((intent) => ({
        of: { kind: 'intent', id: intent.id } as const,
        examples: both(intent.examples),
        negatives: both(NOTHING),
        answer: '',
      })),
    ],
    synonyms,
    background,
  }
}

const both = ({ ru, en }: Examples): string[] => [...ru, ...en]
const text = ({ ru, en }: Localized): string => `${ru}\n${en}`
