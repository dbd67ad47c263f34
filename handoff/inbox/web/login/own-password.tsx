import { Alert, Button, Modal, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OwnPassword } from '../../protocol.ts'
import { post } from '../api/call.ts'
import { Refused } from '../api/refused.ts'
import { explain, faultOf } from '../app/explain.ts'
import { WarningIcon } from '../icons/icon.tsx'
import { notices } from '../notices/notices.ts'
import { useWords } from '../words/use-words.ts'
import classes from './login.module.css'
import { lacking } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

interface OwnPasswordProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function OwnPasswordDialog({ opened, onClose }: OwnPasswordProps) {
  const words = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.password.title}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <OwnPasswordForm onDone={onClose} />
    </Modal>
  )
}

function OwnPasswordForm({ onDone }: { readonly onDone: () => void }) {
  const words = useWords()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const changing = useMutation({
    mutationFn: (form: OwnPassword) => post<object>('password', form),
    onSuccess: () => {
      notices.tell({ tone: 'good', text: words.password.done })
      onDone()
    },
  })
  const isReady = old !== '' && lacking(password) === 0 && repeated === password
  const isWrong = changing.error instanceof Refused && changing.error.refusal.error === 'forbidden'
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) changing.mutate({ old, password })
  }
  return (
    <form onSubmit={onSubmit} className={classes['fields']}>
      {changing.isError && !isWrong && (
        <Alert color="red" variant="light" icon={<WarningIcon />} role="alert" p="sm">
          {explain(words, changing.error)}
        </Alert>
      )}
      <PasswordInput
        label={words.password.old}
        value={old}
        onChange={({ currentTarget }) => setOld(currentTarget.value)}
        error={isWrong ? words.password.wrong : undefined}
        autoComplete="current-password"
        data-autofocus
        required
        withAsterisk={false}
      />
      <NewPasswordFields
        password={password}
        repeated={repeated}
        fault={faultOf(words, changing.error, 'password')}
        onPassword={setPassword}
        onRepeated={setRepeated}
      />
      <Button type="submit" disabled={!isReady} loading={changing.isPending}>
        {words.password.submit}
      </Button>
    </form>
  )
}
