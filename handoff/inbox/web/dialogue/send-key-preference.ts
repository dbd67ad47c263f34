import { createPreference } from '../app/preference.ts'
import type { SendKey } from './enter-key.ts'

export const sendKeyPreference = createPreference<SendKey>('send-key', ['enter', 'control-enter'])
