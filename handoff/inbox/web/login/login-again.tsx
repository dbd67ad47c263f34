import { Modal, Text } from '@mantine/core'
import { sessionEnded } from '../api/session-ended.ts'
import { useSignal } from '../app/use-signal.ts'
import { useWords } from '../words/use-words.ts'
import { LoginForm } from './login-form.tsx'
import { useMe } from './use-me.ts'

/** Over the page, when a session ended under somebody at work: everything behind it stays as it was. */
export function LoginAgain() {
  const words = useWords()
  const me = useMe()
  const isEnded = useSignal(sessionEnded)
  return (
    <Modal
      opened={isEnded}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={words.login.again}
    >
      <Text size="sm" c="dimmed" mb="md">
        {words.login.againHint}
      </Text>
      <LoginForm known={me.login} />
    </Modal>
  )
}
