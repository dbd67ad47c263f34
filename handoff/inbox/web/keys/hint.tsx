import { Kbd } from '@mantine/core'
import { type CommandName, KEYS } from './commands.ts'
import classes from './keys.module.css'

/** The key of a command, as a small cap beside what it does. Told to screen readers by `aria-keyshortcuts`. */
export function KeyHint({ of }: { readonly of: CommandName }) {
  return (
    <Kbd className={classes['hint']} size="xs" aria-hidden>
      {KEYS[of][0]}
    </Kbd>
  )
}
