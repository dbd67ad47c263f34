import { Alert, Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { LoginForm as Form, Me } from '../../protocol.ts'
import { post } from '../api/call.ts'
import { explain } from '../app/explain.ts'
import { WarningIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './login.module.css'
import { enter } from './use-me.ts'

/** `known`: whose session ended; only the password is missing. */
export function LoginForm({ known = '' }: { readonly known?: string }) {
  const words = useWords()
  const client = useQueryClient()
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const entering = useMutation({
    mutationFn: (form: Form) => post<Me>('login', form),
    onSuccess: (me) => enter(client, me),
    onError: () => setPassword(''),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    entering.mutate({ login: login.trim().toLowerCase(), password })
  }
  return (
    <form onSubmit={onSubmit} className={classes['fields']}>
      {entering.isError && (
        <Alert color="red" variant="light" icon={<WarningIcon />} role="alert" p="sm">
          {explain(words, entering.error)}
        </Alert>
      )}
      <TextInput
        label={words.login.login}
        value={login}
        onChange={({ currentTarget }) => setLogin(currentTarget.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        autoFocus={known === ''}
        size="md"
      />
      <PasswordInput
        label={words.login.password}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus={known !== ''}
        data-autofocus={known !== '' || undefined}
        size="md"
      />
      <Button type="submit" size="md" loading={entering.isPending}>
        {words.login.submit}
      </Button>
    </form>
  )
}
