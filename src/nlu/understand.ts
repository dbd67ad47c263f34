import type { TopicId } from '../core/ids.ts'
import type { Locale } from '../core/locale.ts'
import type { Understanding } from '../core/outcome.ts'
import { asksSomething } from './asks.ts'
import { bandOf } from './bands.ts'
import type { CalibrationWeights } from './confidence.ts'
import { inContext } from './context.ts'
import type { Corpus } from './corpus.ts'
import { readDocument } from './document.ts'
import { evidenceOf } from './evidence.ts'
import { languageOf } from './language.ts'
import { type Learnt, learn } from './learn.ts'
import { measure } from './model.ts'
import { normalize } from './normalize.ts'
import { rank } from './rank.ts'
import { readingOf, spelt } from './reading.ts'

/**
 * What a citizen's text probably means. Pure: the same corpus, text and context give the same result; it
 * never throws, whatever the text. `topic` is the one answered before, and `leans` says that the text is
 * but the rest of a question («а в выходные?») which only that topic makes whole.
 */
export type Understand = (
  text: string,
  context: { readonly locale: Locale; readonly topic: TopicId | undefined; readonly leans: boolean },
) => Understanding

/** Learns a corpus: about a second for two thousand examples, most of it for the calibration. */
export function createUnderstand(corpus: Corpus): Understand {
  return understandBy(learn(corpus)(undefined))
}

/**
 * Learns all but the calibration, a quarter of the work, for whoever has its weights (`fitCalibration`)
 * from elsewhere.
 */
export function prepareUnderstand(corpus: Corpus): (weights: CalibrationWeights) => Understand {
  const calibrated = learn(corpus)
  return (weights) => understandBy(calibrated(weights))
}

function understandBy(learnt: Learnt): Understand {
  const { reader, spelling } = learnt.corpus
  return (text, { locale, topic, leans }) => {
    const reading = spelt(readingOf(normalize(text), reader), spelling, reader)
    const alone = measure(learnt.model, readDocument(reading.words, reader))
    const context = leans && topic !== undefined ? learnt.contexts.get(topic) : undefined
    const measures = context === undefined ? alone : inContext(alone, context)
    const ranked = rank(learnt, measures, reading.text)
    return {
      locale: languageOf(reading.words, locale),
      band: bandOf(ranked[0]?.confidence ?? 0),
      candidates: ranked.map(({ of, confidence }) => ({ of, confidence })),
      asks: asksSomething(reading),
      evidence: evidenceOf(learnt, measures, reading, ranked),
    }
  }
}
