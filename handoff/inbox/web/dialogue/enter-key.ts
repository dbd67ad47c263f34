/** Which key sends: Enter (then Shift+Enter makes a new line), or Ctrl+Enter. */
export type SendKey = 'enter' | 'control-enter'

export interface EnterPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  /** A word is being composed (accents, Chinese): Enter only ends it. */
  readonly isComposing: boolean
}

/** Whether this press sends. Ctrl+Enter does so in any case. */
export function sends(press: EnterPress, by: SendKey): boolean {
  if (press.key !== 'Enter' || press.isComposing || press.shiftKey || press.altKey) return false
  return press.ctrlKey || press.metaKey || by === 'enter'
}
