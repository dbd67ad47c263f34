import { useSignal } from '../app/use-signal.ts'
import { useWords } from '../words/use-words.ts'
import { lineState } from './line-state.ts'
import classes from './live.module.css'
import { useIsOnline } from './use-is-online.ts'

/** Whether what is on the screen is what is so, at a glance. */
export function ConnectionDot() {
  const { connection } = useWords()
  const state = useSignal(lineState)
  const isOnline = useIsOnline()
  const isOpen = state === 'open' && isOnline
  const label = isOpen ? connection.open : connection.connecting
  return (
    <span className={classes['dot']} data-open={isOpen} title={label}>
      <span className={classes['dotLabel']}>{label}</span>
    </span>
  )
}
