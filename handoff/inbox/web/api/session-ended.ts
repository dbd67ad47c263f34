import { createSignal } from '../app/signal.ts'

/** Whether the session ended under somebody who was at work. */
const ended = createSignal(false)

export const sessionEnded = {
  subscribe: ended.subscribe,
  current: ended.current,
  tell: () => ended.set(true),
  forget: () => ended.set(false),
}
