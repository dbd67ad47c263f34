import type { DialogueMessage } from '../../protocol.ts'
import { CheckIcon, ClockIcon, CloseIcon, WarningIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './dialogue.module.css'

const ICONS = {
  pending: ClockIcon,
  sent: CheckIcon,
  failed: WarningIcon,
  unconfirmed: WarningIcon,
  withdrawn: CloseIcon,
}

/** What became of a message of ours. In words unless all is well. */
export function Delivery({ state }: { readonly state: DialogueMessage['delivery'] }) {
  const { dialogue } = useWords()
  if (state === undefined) return null
  const Icon = ICONS[state]
  const label = dialogue.delivery[state]
  const isQuiet = state === 'sent' || state === 'pending'
  return (
    <span className={classes['delivery']} data-state={state} title={label}>
      <Icon size={13} />
      <span className={isQuiet ? classes['hidden'] : undefined}>{label}</span>
    </span>
  )
}
