import { ActionIcon, Button } from '@mantine/core'
import type { TicketSummary } from '../../protocol.ts'
import { BackIcon, InfoIcon } from '../icons/icon.tsx'
import { type CommandName, KEYS } from '../keys/commands.ts'
import { KeyHint } from '../keys/hint.tsx'
import { useMe } from '../login/use-me.ts'
import type { Verb } from '../queue/use-verbs.ts'
import { Waiting } from '../queue/waiting.tsx'
import { HOME } from '../route/route.ts'
import { go } from '../route/use-route.ts'
import type { Words } from '../words/ru.ts'
import { useWords } from '../words/use-words.ts'
import classes from './dialogue.module.css'

interface DialogueHeaderProps {
  readonly ticket: TicketSummary
  readonly possible: readonly Verb[]
  readonly pending: Verb | undefined
  readonly onVerb: (verb: Verb) => void
  readonly onContext: (() => void) | undefined
}

export function DialogueHeader({ ticket, possible, pending, onVerb, onContext }: DialogueHeaderProps) {
  const words = useWords()
  const me = useMe()
  const { verbs } = words.dialogue
  const isMine = ticket.state === 'claimed' && ticket.operator?.id === me.id
  const labels: Readonly<Record<Verb, string>> = {
    ...verbs,
    claim: ticket.state === 'provisional' ? verbs.claimProvisional : verbs.claim,
  }
  return (
    <header className={classes['header']}>
      <ActionIcon
        className={classes['back']}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words.back}
        onClick={() => go(HOME)}
      >
        <BackIcon />
      </ActionIcon>
      <div className={classes['who']}>
        <h2 className={classes['name']}>
          <bdi>{ticket.citizen ?? words.queue.citizen}</bdi>
        </h2>
        <p className={classes['about']}>
          <span className={classes['state']} data-state={ticket.state}>
            {isMine ? words.queue.withMe : stateIn(words, ticket)}
          </span>
          <span className={classes['number']}>{ticket.number}</span>
          <Waiting ticket={ticket} />
          <span className={classes['topic']}>{ticket.topic}</span>
        </p>
      </div>
      <div className={classes['verbs']}>
        {possible.map((verb) => (
          <VerbButton key={verb} verb={verb} label={labels[verb]} pending={pending} onVerb={onVerb} />
        ))}
      </div>
      {onContext !== undefined && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={verbs.context}
          aria-keyshortcuts={KEYS.context[0]}
          onClick={onContext}
        >
          <InfoIcon />
        </ActionIcon>
      )}
    </header>
  )
}

function stateIn({ queue, states }: Words, { state, operator }: TicketSummary): string {
  return state === 'claimed' && operator !== undefined ? queue.withName(operator.name) : states[state]
}

interface VerbButtonProps {
  readonly verb: Verb
  readonly label: string
  readonly pending: Verb | undefined
  readonly onVerb: (verb: Verb) => void
}

function VerbButton({ verb, label, pending, onVerb }: VerbButtonProps) {
  const command: CommandName = verb
  const isMain = verb === 'claim' || verb === 'resolve'
  return (
    <Button
      variant={isMain ? 'filled' : 'default'}
      color={verb === 'resolve' ? 'teal.9' : 'blue'}
      px="sm"
      loading={pending === verb}
      disabled={pending !== undefined && pending !== verb}
      aria-keyshortcuts={KEYS[command][0]}
      onClick={() => onVerb(verb)}
    >
      {label}
      <KeyHint of={command} />
    </Button>
  )
}
