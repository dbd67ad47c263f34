import { Alert, Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Role } from '../../../../src/core/operator.ts'
import { Refused } from '../api/refused.ts'
import { explain, faultOf } from '../app/explain.ts'
import { WarningIcon } from '../icons/icon.tsx'
import { isLogin } from '../login/new-password.ts'
import { useWords } from '../words/use-words.ts'
import classes from './operators.module.css'
import { type Invited, useInvite } from './use-operators.ts'

interface InviteDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onInvited: (invited: Invited) => void
}

export function InviteDialog({ opened, onClose, onInvited }: InviteDialogProps) {
  const words = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.operators.createTitle}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <InviteForm onInvited={onInvited} />
    </Modal>
  )
}

function InviteForm({ onInvited }: Pick<InviteDialogProps, 'onInvited'>) {
  const words = useWords()
  const { operators, link, roles } = words
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [role, setRole] = useState<Role>('operator')
  const inviting = useInvite(onInvited)
  const isTaken = inviting.error instanceof Refused && inviting.error.refusal.error === 'login-taken'
  const loginFault =
    login !== '' && !isLogin(login) ? link.loginWrong : faultOf(words, inviting.error, 'login')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isLogin(login) && name.trim() !== '') inviting.mutate({ login, name: name.trim(), role })
  }
  return (
    <form onSubmit={onSubmit} className={classes['form']}>
      {inviting.isError && !isTaken && (
        <Alert color="red" variant="light" icon={<WarningIcon />} role="alert" p="sm">
          {explain(words, inviting.error)}
        </Alert>
      )}
      <TextInput
        label={operators.name}
        description={link.nameHint}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={faultOf(words, inviting.error, 'name')}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        required
        withAsterisk={false}
      />
      <TextInput
        label={operators.login}
        description={link.loginHint}
        value={login}
        onChange={({ currentTarget }) => setLogin(currentTarget.value)}
        error={isTaken ? words.refusals['login-taken'] : loginFault}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
      />
      <SegmentedControl
        fullWidth
        aria-label={operators.role}
        data={[
          { value: 'operator', label: roles.operator },
          { value: 'administrator', label: roles.administrator },
        ]}
        value={role}
        onChange={(value) => setRole(value === 'administrator' ? 'administrator' : 'operator')}
      />
      <Button type="submit" loading={inviting.isPending} disabled={!isLogin(login) || name.trim() === ''}>
        {operators.createSubmit}
      </Button>
    </form>
  )
}
