import { Skeleton, Text } from '@mantine/core'
import { Refused } from '../api/refused.ts'
import { Blank } from '../app/blank.tsx'
import { Trouble } from '../app/trouble.tsx'
import { DialogueIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './dialogue.module.css'
import { OpenDialogue } from './open-dialogue.tsx'
import { useDialogue } from './use-dialogue.ts'

interface DialoguePaneProps {
  readonly id: number
  /** Opens what is known about it, where that is not beside it anyway. */
  readonly onContext: (() => void) | undefined
}

export function DialoguePane({ id, onContext }: DialoguePaneProps) {
  const words = useWords()
  const query = useDialogue(id)
  return (
    <section className={classes['pane']} aria-label={words.dialogue.label}>
      {query.data === undefined ? (
        <Absent query={query} />
      ) : (
        <OpenDialogue dialogue={query.data} onContext={onContext} />
      )}
    </section>
  )
}

function Absent({ query }: { readonly query: ReturnType<typeof useDialogue> }) {
  const words = useWords()
  if (query.isPending) return <Loading />
  if (query.error instanceof Refused && query.error.refusal.error === 'not-found') {
    return (
      <Blank icon={<DialogueIcon size={28} />} title={words.gone}>
        <Text size="sm" c="dimmed">
          {words.goneHint}
        </Text>
      </Blank>
    )
  }
  return <Trouble onRetry={() => void query.refetch()} />
}

function Loading() {
  const words = useWords()
  return (
    <div className={classes['skeletons']} role="status" aria-label={words.loading}>
      {[45, 60, 30, 55].map((width, i) => (
        <Skeleton key={width} height={52} width={`${width}%`} radius="lg" ml={i % 2 === 1 ? 'auto' : 0} />
      ))}
    </div>
  )
}
