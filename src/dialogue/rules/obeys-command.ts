import { intentId } from '../../core/ids.ts'
import { LOCALES } from '../../core/locale.ts'
import { idOf } from '../choices.ts'
import { switchLanguage } from '../follow.ts'
import { handOff } from '../hand-off.ts'
import { phrased } from '../replies.ts'
import type { Rule, Scene, Verdict } from '../rule.ts'
import { cancel, talk } from '../talk.ts'

/** `/start`, `/help` …; a command that there is not gets the help, too. */
export const obeysCommand: Rule = {
  name: 'obeys-command',
  decide(scene) {
    const { step } = scene
    if (step.kind !== 'event' || step.inbound.kind !== 'command') return undefined
    const { command, rest } = step.inbound
    switch (command) {
      case 'start':
        return talk(intentId('command.start'), phrased(scene, 'greeting.start'))
      case 'human':
      case 'operator':
        return handOff(scene, 'asked-for-human')
      case 'cancel':
      case 'stop':
        return cancel(scene)
      case 'language':
        return language(scene, rest)
      default:
        return talk(intentId('command.help'), phrased(scene, 'help'))
    }
  },
}

function language(scene: Scene, rest: string): Verdict {
  const wanted = LOCALES.find((locale) => locale === rest.trim().toLowerCase())
  if (wanted !== undefined) return switchLanguage(scene, wanted)
  const choices = LOCALES.map((locale) => ({
    id: idOf({ kind: 'language', locale }),
    label: scene.phrase('language.name', locale),
  }))
  return talk(intentId('command.language'), phrased(scene, 'language.ask', choices))
}
