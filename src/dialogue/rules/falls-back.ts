import { fallBack } from '../fall-back.ts'
import type { Rule } from '../rule.ts'

/** The last rule, which always has something to say. */
export const fallsBack = {
  name: 'falls-back',
  decide: (scene) => fallBack(scene, 'fallback'),
} as const satisfies Rule
