import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TicketSummary } from '../../protocol.ts'
import { CheckIcon, CopyIcon } from '../icons/icon.tsx'
import { serverClock } from '../live/server-clock.ts'
import { useWords } from '../words/use-words.ts'
import classes from './context.module.css'
import { promiseKept } from './promise-kept.ts'

export function TicketFacts({ ticket }: { readonly ticket: TicketSummary }) {
  const words = useWords()
  const { context, times } = words
  const now = serverClock.now()
  const { isKept, ms } = promiseKept(ticket)
  return (
    <>
      <section className={classes['card']}>
        <p className={classes['label']}>{context.number}</p>
        <p className={classes['number']}>
          <span>{ticket.number}</span>
          <CopyNumber number={ticket.number} />
        </p>
        <dl className={classes['facts']}>
          <Fact name={context.reason}>{words.reasons[ticket.reason]}</Fact>
          <Fact name={context.topic}>{ticket.topic ?? context.unknownTopic}</Fact>
          <Fact name={context.team}>{ticket.team}</Fact>
          {ticket.operator !== undefined && <Fact name={context.operator}>{ticket.operator.name}</Fact>}
          <Fact name={context.asked}>
            <span title={times.exact(ticket.askedAt)}>{times.brief(ticket.askedAt, now)}</span>
          </Fact>
          <Fact name={context.opened}>
            <span title={times.exact(ticket.openedAt)}>{times.brief(ticket.openedAt, now)}</span>
          </Fact>
          <Fact name={context.promise}>
            <span className={classes['promise']} data-kept={isKept}>
              {isKept ? context.kept(times.measured(ms)) : context.broken(times.length(ms))}
            </span>
          </Fact>
        </dl>
      </section>
      <section className={classes['card']}>
        <h3 className={classes['title']}>{context.citizen}</h3>
        <dl className={classes['facts']}>
          <Fact name={context.name}>
            <bdi>{ticket.citizen ?? context.unnamed}</bdi>
            {ticket.citizen !== undefined && <span className={classes['aside']}>{context.unchecked}</span>}
          </Fact>
          <Fact name={context.channel}>{ticket.channel}</Fact>
          <Fact name={context.language}>{context.languages[ticket.citizenLocale]}</Fact>
        </dl>
      </section>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function CopyNumber({ number }: { readonly number: string }) {
  const words = useWords()
  return (
    <CopyButton value={number}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? words.copied : words.context.copyNumber}>
          <ActionIcon
            variant="subtle"
            color={copied ? 'teal' : 'gray'}
            aria-label={copied ? words.copied : words.context.copyNumber}
            onClick={copy}
          >
            {copied ? <CheckIcon size={17} /> : <CopyIcon size={17} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  )
}
