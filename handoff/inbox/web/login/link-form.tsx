import { Alert, Button, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { LinkInfo, Me, PasswordForm } from '../../protocol.ts'
import { post } from '../api/call.ts'
import { explain, faultOf } from '../app/explain.ts'
import { WarningIcon } from '../icons/icon.tsx'
import { HOME } from '../route/route.ts'
import { go } from '../route/use-route.ts'
import { useWords } from '../words/use-words.ts'
import classes from './login.module.css'
import { isLogin, lacking } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { enter } from './use-me.ts'

interface LinkFormProps {
  readonly token: string
  readonly info: LinkInfo
  readonly expires: string
}

export function LinkForm({ token, info, expires }: LinkFormProps) {
  const words = useWords()
  const client = useQueryClient()
  const isFirst = info.kind === 'first-administrator'
  const [login, setLogin] = useState(info.login ?? '')
  const [name, setName] = useState(info.name ?? '')
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const saving = useMutation({
    mutationFn: (form: PasswordForm) => post<Me>(`links/${token}`, form),
    onSuccess: async (me) => {
      await enter(client, me)
      go(HOME, { replace: true })
    },
  })
  const isReady =
    lacking(password) === 0 && repeated === password && (!isFirst || (isLogin(login) && name.trim() !== ''))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) saving.mutate(isFirst ? { password, login, name: name.trim() } : { password })
  }
  const loginFault =
    login !== '' && !isLogin(login) ? words.link.loginWrong : faultOf(words, saving.error, 'login')
  return (
    <form onSubmit={onSubmit} className={classes['fields']}>
      {saving.isError && (
        <Alert color="red" variant="light" icon={<WarningIcon />} role="alert" p="sm">
          {explain(words, saving.error)}
        </Alert>
      )}
      <TextInput
        label={words.login.login}
        description={isFirst ? words.link.loginHint : undefined}
        value={login}
        onChange={({ currentTarget }) => setLogin(currentTarget.value)}
        readOnly={!isFirst}
        error={loginFault}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
      />
      {isFirst && (
        <TextInput
          label={words.link.name}
          description={words.link.nameHint}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={faultOf(words, saving.error, 'name')}
          autoComplete="name"
          maxLength={100}
          required
          withAsterisk={false}
        />
      )}
      <NewPasswordFields
        password={password}
        repeated={repeated}
        fault={faultOf(words, saving.error, 'password')}
        onPassword={setPassword}
        onRepeated={setRepeated}
      />
      <Button type="submit" size="md" disabled={!isReady} loading={saving.isPending}>
        {words.link.submit}
      </Button>
      <Text size="xs" c="dimmed">
        {expires}
      </Text>
    </form>
  )
}
