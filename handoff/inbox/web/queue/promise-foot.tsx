import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PromiseFigures } from '../../protocol.ts'
import { get } from '../api/call.ts'
import { serverClock } from '../live/server-clock.ts'
import { useWords } from '../words/use-words.ts'
import classes from './queue.module.css'

const FRESH_MS = 60_000

/** How the promise of 30 seconds is kept, always in sight. */
export function PromiseFoot() {
  const { promise, times } = useWords()
  const { data } = useQuery({
    queryKey: ['promise'],
    queryFn: () => get<PromiseFigures>('promise'),
    refetchInterval: FRESH_MS,
  })
  if (data === undefined) return <div className={classes['promise']} />
  if (data.tickets === 0) return <div className={classes['promise']}>{promise.none}</div>
  const since = times.brief(data.since, serverClock.now())
  const more = [
    promise.label,
    promise.tickets(data.tickets, since),
    promise.worst(times.measured(data.worst)),
  ]
  return (
    <section className={classes['promise']} aria-label={promise.label}>
      <Tooltip multiline w={260} label={`${more.join('. ')}.`}>
        <div className={classes['figures']}>
          <span>{promise.short}</span>
          <Figure name="p50" ms={data.p50} />
          <Figure name="p95" ms={data.p95} />
          <Figure name="p99" ms={data.p99} />
          <span>{promise.claim}</span>
          <Figure name="p50" ms={data.claimP50} />
          <Figure name="p95" ms={data.claimP95} />
          <span className={classes['late']} data-late={data.late > 0}>
            {promise.late(data.late)}
          </span>
        </div>
      </Tooltip>
    </section>
  )
}

function Figure({ name, ms }: { readonly name: string; readonly ms: number | undefined }) {
  const { times } = useWords()
  return (
    <span>
      {name} <b>{ms === undefined ? '—' : times.measured(ms)}</b>
    </span>
  )
}
