import { Button, Text } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { WarningIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import { Blank } from './blank.tsx'

interface CrashGuardProps {
  readonly children: ReactNode
}

interface Crash {
  readonly hasCrashed: boolean
}

/** A fault of ours must not leave an operator with an empty page. */
export class CrashGuard extends Component<CrashGuardProps, Crash> {
  override state: Crash = { hasCrashed: false }

  static getDerivedStateFromError(): Crash {
    return { hasCrashed: true }
  }

  override render() {
    return this.state.hasCrashed ? <Crashed /> : this.props.children
  }
}

function Crashed() {
  const words = useWords()
  return (
    <Blank icon={<WarningIcon size={30} />} title={words.crashed} role="alert">
      <Text size="sm" c="dimmed">
        {words.crashedHint}
      </Text>
      <Button mt="sm" onClick={() => window.location.reload()}>
        {words.reload}
      </Button>
    </Blank>
  )
}
