import type { Content } from '../core/content.ts'
import type { Conversation, Memory } from '../core/conversation.ts'
import type { Locale } from '../core/locale.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Turn } from '../core/turn.ts'
import type { Understand } from '../nlu/understand.ts'
import { combine } from './combine.ts'
import { createCues } from './cues.ts'
import { type Ears, hear } from './hear.ts'
import { guardLoop } from './loop-guard.ts'
import { isDue, withNotice } from './notice.ts'
import { remember } from './remember.ts'
import type { Rule, Scene, Verdict } from './rule.ts'
import { fallsBack } from './rules/falls-back.ts'
import { RULES } from './rules/order.ts'
import { type Step, stepsOf } from './steps.ts'
import { createPhrase } from './wording.ts'

/** Decides what to do about a turn. Pure: the same turn gives the same outcome; never throws. */
export interface Engine {
  respond(turn: Turn): Outcome
}

export interface EngineDeps {
  readonly content: Content
  readonly understand: Understand
}

export function createEngine({ content, understand }: EngineDeps): Engine {
  const cues = createCues(content)
  const ears = { understand, cues }
  const phrase = createPhrase(content.phrases)
  return {
    respond(turn) {
      let memory = memoryAtFirst(turn)
      const outcomes: Outcome[] = []
      for (const step of stepsOf(turn)) {
        const outcome = react({ ...sceneOf(turn, step, memory, ears), content, cues, phrase })
        memory = outcome.memory
        outcomes.push(outcome)
      }
      return combine(outcomes, memory)
    },
  }
}

/** Until the citizen has written, the language is the one his messenger is set to. */
function memoryAtFirst({ conversation: { memory, holder, ticket }, said: [{ author }] }: Turn): Memory {
  const isFirst = !memory.noticed && memory.lastMessage === undefined && memory.lastReply === ''
  const locale: Locale = isFirst ? (author.locale ?? memory.locale) : memory.locale
  // Whatever opened it, a ticket that waits was told of; a provisional one was not.
  const isTold = memory.handedOff || ticket?.state === 'waiting'
  return { ...memory, locale, handedOff: isTold && holder.kind !== 'bot' }
}

function sceneOf(
  { conversation, at }: Turn,
  step: Step,
  memory: Memory,
  ears: Ears,
): Omit<Scene, 'content' | 'cues' | 'phrase'> {
  const scene: { readonly conversation: Conversation; readonly memory: Memory } = { conversation, memory }
  if (step.kind === 'event') return { ...scene, step, at, locale: memory.locale, heard: undefined }
  const heard = hear(step.texts, ears, { memory, locale: memory.locale, at })
  return { ...scene, step, at, locale: heard.locale, heard }
}

function react(scene: Scene): Outcome {
  const { rule, verdict: first } = firstVerdict(scene)
  const guarded = guardLoop(scene, first)
  const { verdict, isLoop } = guarded
  const memory = remember(scene, guarded)
  return {
    ...verdict.decision,
    replies: withNotice(scene, verdict),
    memory: { ...memory, noticed: memory.noticed || isDue(scene, verdict.decision, verdict.replies) },
    because: { rule: isLoop ? 'loop-guard' : rule.name, understanding: scene.heard?.best },
  }
}

function firstVerdict(scene: Scene): { readonly rule: Rule; readonly verdict: Verdict } {
  for (const rule of RULES) {
    const verdict = rule.decide(scene)
    if (verdict !== undefined) return { rule, verdict }
  }
  return { rule: fallsBack, verdict: fallsBack.decide(scene) }
}
