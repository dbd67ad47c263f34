import { createSignal } from '../app/signal.ts'
import type { LineState } from './message.ts'

/** Of the one connection, as this tab was told. */
export const lineState = createSignal<LineState>('connecting')
