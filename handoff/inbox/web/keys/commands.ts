/** What a single key does while nobody is typing. */
export type CommandName =
  | 'next'
  | 'previous'
  | 'takeNext'
  | 'claim'
  | 'answer'
  | 'note'
  | 'resolve'
  | 'release'
  | 'reopen'
  | 'context'
  | 'search'
  | 'help'

/** The keys of each, the first of which is shown. */
export const KEYS: Readonly<Record<CommandName, readonly string[]>> = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  takeNext: ['n'],
  claim: ['c'],
  answer: ['r'],
  note: ['o'],
  resolve: ['e'],
  release: ['u'],
  reopen: ['y'],
  context: ['i'],
  search: ['/'],
  help: ['?'],
}

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/**
 * Which command a key gives. By what the key writes and, on a layout where that is no Latin letter
 * (a Russian one), by where the key lies.
 */
export function commandOf(press: KeyPress): CommandName | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined
  return commandOfKey(press.key) ?? commandOfKey(placeOf(press))
}

function commandOfKey(key: string): CommandName | undefined {
  const names = Object.keys(KEYS) as CommandName[]
  return names.find((name) => KEYS[name].includes(key))
}

/** What a key writes on a Latin keyboard. */
function placeOf({ code, shiftKey }: KeyPress): string {
  if (code === 'Slash') return shiftKey ? '?' : '/'
  return code.startsWith('Key') && !shiftKey ? code.slice('Key'.length).toLowerCase() : ''
}
