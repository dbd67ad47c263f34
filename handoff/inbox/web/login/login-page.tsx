import { useWords } from '../words/use-words.ts'
import { Entrance } from './entrance.tsx'
import { LoginForm } from './login-form.tsx'

export function LoginPage() {
  const words = useWords()
  return (
    <Entrance title={words.login.title}>
      <LoginForm />
    </Entrance>
  )
}
