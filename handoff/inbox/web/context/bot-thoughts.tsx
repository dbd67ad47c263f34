import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { DialogueTurn } from '../../protocol.ts'
import { PlainText } from '../dialogue/plain-text.tsx'
import { serverClock } from '../live/server-clock.ts'
import { useWords } from '../words/use-words.ts'
import classes from './context.module.css'

const AT_FIRST = 3

/** What the bot understood and did, turn by turn, the latest first. */
export function BotThoughts({ turns }: { readonly turns: readonly DialogueTurn[] }) {
  const { context } = useWords()
  const [isWhole, setWhole] = useState(false)
  const latest = turns.toReversed()
  const shown = isWhole ? latest : latest.slice(0, AT_FIRST)
  const hidden = latest.length - shown.length
  return (
    <section className={classes['card']}>
      <h3 className={classes['title']}>{context.bot}</h3>
      {latest.length === 0 && <p className={classes['aside']}>{context.botNothing}</p>}
      <ol className={classes['turns']}>
        {shown.map((turn) => (
          <Turn key={`${turn.afterSeq} ${turn.at}`} turn={turn} />
        ))}
      </ol>
      {hidden > 0 && (
        <UnstyledButton className={classes['more']} onClick={() => setWhole(true)}>
          {context.more(hidden)}
        </UnstyledButton>
      )}
    </section>
  )
}

function Turn({ turn }: { readonly turn: DialogueTurn }) {
  const { context, times } = useWords()
  return (
    <li className={classes['turn']}>
      <p className={classes['why']}>
        <time className={classes['when']} title={times.exact(turn.at)}>
          {times.brief(turn.at, serverClock.now())}
        </time>{' '}
        <PlainText text={turn.why} isLinked={false} />
      </p>
      {turn.candidates.length > 0 && (
        <ul className={classes['candidates']} aria-label={context.candidates}>
          {turn.candidates.map(({ title, confidence }) => (
            <li key={title} className={classes['candidate']}>
              <span className={classes['candidateTitle']}>{title}</span>
              <span className={classes['percent']}>{times.percent(confidence)}</span>
              <span className={classes['bar']} aria-hidden>
                <span className={classes['filled']} style={{ width: `${confidence * 100}%` }} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {turn.read !== undefined && (
        <p className={classes['aside']}>
          {context.read}:{' '}
          <q>
            <PlainText text={turn.read} isLinked={false} />
          </q>
        </p>
      )}
      {turn.repairs.length > 0 && (
        <p className={classes['aside']}>
          {context.repairs}: <PlainText text={turn.repairs.join(', ')} isLinked={false} />
        </p>
      )}
    </li>
  )
}
