import { PasswordInput, Progress, Text } from '@mantine/core'
import { useWords } from '../words/use-words.ts'
import { lacking, PASSWORD_FROM } from './new-password.ts'

interface NewPasswordFieldsProps {
  readonly password: string
  readonly repeated: string
  /** What the server said about it. */
  readonly fault: string | undefined
  readonly onPassword: (password: string) => void
  readonly onRepeated: (repeated: string) => void
}

/** A password, twice, with the one rule it must keep. */
export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { password, repeated, fault, onPassword, onRepeated } = props
  const { link } = useWords()
  const missing = lacking(password)
  const differs = repeated !== '' && repeated !== password
  return (
    <>
      <div>
        <PasswordInput
          label={link.newPassword}
          description={link.rule}
          value={password}
          onChange={({ currentTarget }) => onPassword(currentTarget.value)}
          error={fault}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <Progress
          mt={8}
          size={4}
          aria-hidden
          value={((PASSWORD_FROM - missing) / PASSWORD_FROM) * 100}
          color={missing === 0 ? 'green' : 'blue'}
        />
        <Text size="xs" c="dimmed" mt={4} mih={18} role="status">
          {password !== '' && missing > 0 ? link.short(missing) : ''}
        </Text>
      </div>
      <PasswordInput
        label={link.repeat}
        value={repeated}
        onChange={({ currentTarget }) => onRepeated(currentTarget.value)}
        error={differs ? link.differs : undefined}
        autoComplete="new-password"
        required
        withAsterisk={false}
      />
    </>
  )
}
