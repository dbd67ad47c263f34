import { type ChoiceId, intentId } from '../core/ids.ts'
import { answer } from './answer.ts'
import { meaningOf } from './choices.ts'
import { fallBack } from './fall-back.ts'
import { handOff } from './hand-off.ts'
import { phrased } from './replies.ts'
import type { Scene, Verdict } from './rule.ts'
import { talk, thankForHelp } from './talk.ts'

/** What a choice leads to, pressed or typed, however old it is. */
export function follow(scene: Scene, id: ChoiceId): Verdict {
  const meaning = meaningOf(id)
  switch (meaning?.kind) {
    case 'topic':
      return answer(scene, [meaning.topic]) ?? fallBack(scene, 'choose.gone')
    case 'helped':
      return thankForHelp(scene)
    case 'unhelped':
      return handOff(scene, 'not-helped', meaning.topic)
    case 'human':
      return handOff(scene, 'asked-for-human')
    case 'none':
      return fallBack(scene, 'fallback.none')
    case 'language':
      return switchLanguage(scene, meaning.locale)
    case undefined:
      return fallBack(scene, 'choose.gone')
  }
}

export function switchLanguage(scene: Scene, locale: Scene['locale']): Verdict {
  const inIt = { ...scene, locale }
  return { ...talk(intentId('command.language'), phrased(inIt, 'language.switched')), locale }
}
