import { Button, CopyButton, Modal, Text, TextInput } from '@mantine/core'
import { CheckIcon, CopyIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './operators.module.css'
import type { Invited } from './use-operators.ts'

interface LinkDialogProps {
  readonly invited: Invited | undefined
  readonly onClose: () => void
}

/** The one-time link, shown once. A careless click beside it must not lose it. */
export function LinkDialog({ invited, onClose }: LinkDialogProps) {
  const words = useWords()
  return (
    <Modal
      opened={invited !== undefined}
      onClose={onClose}
      closeOnClickOutside={false}
      title={words.operators.linkTitle}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {invited !== undefined && (
        <div className={classes['form']}>
          <Text size="sm">{words.operators.linkHint(invited.operator.name)}</Text>
          <TextInput
            readOnly
            aria-label={words.operators.linkTitle}
            value={invited.link}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <CopyButton value={invited.link}>
            {({ copied, copy }) => (
              <Button
                data-autofocus
                color={copied ? 'teal.9' : 'blue'}
                leftSection={copied ? <CheckIcon size={17} /> : <CopyIcon size={17} />}
                onClick={copy}
              >
                {copied ? words.copied : words.operators.linkCopy}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
    </Modal>
  )
}
