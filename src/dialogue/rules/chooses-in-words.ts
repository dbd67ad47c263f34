import type { ChoiceId } from '../../core/ids.ts'
import { meaningOf } from '../choices.ts'
import { note } from '../fall-back.ts'
import { follow } from '../follow.ts'
import { says } from '../replies.ts'
import type { Rule, Scene, Verdict } from '../rule.ts'

/** «2», «второе», the label, its beginning, «да», «нет»: the same as the button. */
export const choosesInWords: Rule = {
  name: 'chooses-in-words',
  decide(scene) {
    const { heard, memory, cues } = scene
    if (heard === undefined) return undefined
    const number = cues.numberIn(heard.text)
    if (number !== undefined) return choose(scene, number)
    const labelled = cues.labelIn(heard.text, memory.offered)
    if (labelled !== undefined) return follow(scene, labelled.id)
    const yesOrNo = cues.yesOrNo(heard.text)
    if (yesOrNo === undefined) return undefined
    const meant = meantBy(yesOrNo, scene)
    return meant === undefined ? unanswerable(scene) : follow(scene, meant)
  },
}

function choose(scene: Scene, number: number): Verdict {
  const { offered } = scene.memory
  if (offered.length === 0) return note(scene, 'choose.nothing')
  const chosen = offered[number - 1]
  if (chosen !== undefined) return follow(scene, chosen.id)
  const text = scene.phrase('choose.range', scene.locale, { max: offered.length })
  return { decision: { kind: 'noted' }, replies: [says(text, offered)] }
}

/** Yes to «помогло?», to the only title or to «позову оператора?»; no to «помогло?» or to all titles. */
function meantBy(yesOrNo: 'yes' | 'no', { memory: { offered } }: Scene): ChoiceId | undefined {
  const kinds = offered.map(({ id }) => ({ id, kind: meaningOf(id)?.kind }))
  const find = (wanted: string) => kinds.find(({ kind }) => kind === wanted)?.id
  if (yesOrNo === 'no') return find('unhelped') ?? find('none')
  const titles = kinds.filter(({ kind }) => kind === 'topic')
  if (titles.length === 0) return find('helped') ?? find('human')
  return find('helped') ?? (titles.length === 1 ? titles[0]?.id : undefined)
}

/** Yes to which? */
function unanswerable(scene: Scene): Verdict {
  const { offered } = scene.memory
  const areTitles = offered.some(({ id }) => meaningOf(id)?.kind === 'topic')
  return areTitles ? note(scene, 'clarify', offered) : note(scene, 'nothing.asked')
}
