import type { IntentId } from '../../core/ids.ts'
import type { Understanding } from '../../core/outcome.ts'
import { handOff } from '../hand-off.ts'
import { INTENT } from '../intents.ts'
import { humanChoice, says } from '../replies.ts'
import type { Rule, Scene, Verdict } from '../rule.ts'
import { cancel, talk, thankForHelp } from '../talk.ts'

/** The best candidate is no topic: greetings, thanks, «ты робот?», and wishes about the conversation. */
export const makesSmallTalk: Rule = {
  name: 'makes-small-talk',
  decide(scene) {
    if (scene.heard === undefined || scene.heard.topics.length > 0) return undefined
    const { best } = scene.heard
    const of = best.candidates[0]?.of
    if (of?.kind !== 'intent') return undefined
    if (best.band === 'answer') return consequence(scene, of.id) ?? reply(scene, of.id)
    return best.band === 'clarify' && !mayBeTopic(best) ? reply(scene, of.id) : undefined
  },
}

/** What is only done when it is surely meant. */
function consequence(scene: Scene, intent: IntentId): Verdict | undefined {
  switch (intent) {
    case INTENT.operator:
      return handOff(scene, 'asked-for-human')
    case INTENT.notHelped:
      return handOff(scene, 'not-helped')
    case INTENT.helped:
      return thankForHelp(scene)
    case INTENT.cancel:
      return cancel(scene)
    default:
      return undefined
  }
}

function reply(scene: Scene, id: IntentId): Verdict | undefined {
  const words = scene.content.intents.get(id)?.reply
  if (words === undefined) return undefined
  return talk(id, says(words[scene.locale].trim(), id === INTENT.insult ? [humanChoice(scene)] : []))
}

const mayBeTopic = ({ candidates }: Understanding): boolean =>
  candidates.some(({ of }) => of.kind === 'topic')
