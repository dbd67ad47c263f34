import { ActionIcon, Button } from '@mantine/core'
import { useSignal } from '../app/use-signal.ts'
import { CheckIcon, CloseIcon, WarningIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './notices.module.css'
import { notices } from './notices.ts'

export function NoticeList() {
  const words = useWords()
  const shown = useSignal(notices)
  return (
    <div className={classes['list']} role="status" aria-live="polite">
      {shown.map(({ id, text, tone, action }) => (
        <div key={id} className={classes['notice']} data-tone={tone}>
          {tone === 'good' ? <CheckIcon /> : <WarningIcon />}
          <span className={classes['text']}>{text}</span>
          {action !== undefined && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notices.dismiss(id)
                action.run()
              }}
            >
              {action.label}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.close}
            onClick={() => notices.dismiss(id)}
          >
            <CloseIcon size={16} />
          </ActionIcon>
        </div>
      ))}
    </div>
  )
}
