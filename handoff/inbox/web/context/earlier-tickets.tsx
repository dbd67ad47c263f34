import type { Dialogue } from '../../protocol.ts'
import { serverClock } from '../live/server-clock.ts'
import { Link } from '../route/link.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './context.module.css'

export function EarlierTickets({ earlier }: Pick<Dialogue, 'earlier'>) {
  const { context, states, times } = useWords()
  return (
    <section className={classes['card']}>
      <h3 className={classes['title']}>{context.earlier}</h3>
      {earlier.length === 0 && <p className={classes['aside']}>{context.noEarlier}</p>}
      <ul className={classes['earlier']}>
        {earlier.map(({ id, number, state, openedAt }) => (
          <li key={id}>
            <Link to={{ page: 'inbox', ticket: id }}>{number}</Link>
            <span>{times.brief(openedAt, serverClock.now())}</span>
            <span>{states[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
