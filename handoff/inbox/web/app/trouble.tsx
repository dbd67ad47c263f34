import { Button, Text } from '@mantine/core'
import { OfflineIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import { Blank } from './blank.tsx'

/** Something could not be loaded. One can try again; the page does so by itself, too. */
export function Trouble({ onRetry }: { readonly onRetry: () => void }) {
  const words = useWords()
  return (
    <Blank icon={<OfflineIcon size={30} />} title={words.failed} role="alert">
      <Text size="sm" c="dimmed">
        {words.failedHint}
      </Text>
      <Button variant="default" mt="sm" onClick={onRetry}>
        {words.retry}
      </Button>
    </Blank>
  )
}
