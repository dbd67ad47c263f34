import { answer } from '../answer.ts'
import type { Rule } from '../rule.ts'

/** The answer, where there is no doubt. */
export const answersTopic: Rule = {
  name: 'answers-topic',
  decide: (scene) => (scene.heard === undefined ? undefined : answer(scene, scene.heard.topics)),
}
