import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRef } from 'react'
import type { Dialogue } from '../../protocol.ts'
import { useCommands } from '../keys/use-commands.ts'
import { useMe } from '../login/use-me.ts'
import { notices } from '../notices/notices.ts'
import { useVerbs, type Verb } from '../queue/use-verbs.ts'
import { useWords } from '../words/use-words.ts'
import { Composer, type ComposerControl } from './composer.tsx'
import { DialogueHeader } from './dialogue-header.tsx'
import { draftStore } from './draft-store.ts'
import { MessageList } from './message-list.tsx'
import { possibleVerbs } from './possible-verbs.ts'
import { useStayAtEnd } from './use-stay-at-end.ts'

interface OpenDialogueProps {
  readonly dialogue: Dialogue
  readonly onContext: (() => void) | undefined
}

export function OpenDialogue({ dialogue, onContext }: OpenDialogueProps) {
  const words = useWords()
  const me = useMe()
  const verbs = useVerbs()
  const composer = useRef<ComposerControl | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const end = useStayAtEnd(scroller, dialogue.messages.length)
  const [isAsking, asking] = useDisclosure(false)
  const { ticket } = dialogue
  const possible = possibleVerbs(ticket, me.id)

  async function act(verb: Verb): Promise<void> {
    const changed = await verbs.act(verb, ticket.id)
    if (changed === undefined) return
    if (verb === 'claim' || verb === 'reopen') composer.current?.focus('answer')
    if (verb === 'release') notices.tell({ tone: 'good', text: words.dialogue.released(ticket.number) })
    if (verb === 'resolve') {
      const undo = { label: words.dialogue.undo, run: () => void act('reopen') }
      notices.tell({ tone: 'good', text: words.dialogue.resolved(ticket.number), action: undo })
    }
  }
  function onVerb(verb: Verb): void {
    const isUnsent = draftStore.has({ operator: me.id, ticket: ticket.id, kind: 'answer' })
    if (verb === 'resolve' && isUnsent) asking.open()
    else void act(verb)
  }
  const onlyIfPossible = (verb: Verb) => () => {
    if (possible.includes(verb)) onVerb(verb)
  }
  useCommands({
    claim: onlyIfPossible('claim'),
    release: onlyIfPossible('release'),
    resolve: onlyIfPossible('resolve'),
    reopen: onlyIfPossible('reopen'),
    answer: () => composer.current?.focus('answer'),
    note: () => composer.current?.focus('note'),
    ...(onContext === undefined ? {} : { context: onContext }),
  })

  return (
    <>
      <DialogueHeader
        ticket={ticket}
        possible={possible}
        pending={verbs.pending}
        onVerb={onVerb}
        onContext={onContext}
      />
      <MessageList dialogue={dialogue} scroller={scroller} end={end} />
      <Composer ref={composer} ticket={ticket} pending={verbs.pending} onVerb={onVerb} end={end} />
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={words.dialogue.resolveDraft}
        withCloseButton={false}
      >
        <Text size="sm">{words.dialogue.resolveDraftHint}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={asking.close} data-autofocus>
            {words.cancel}
          </Button>
          <Button
            onClick={() => {
              asking.close()
              void act('resolve')
            }}
          >
            {words.dialogue.resolveAnyway}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
