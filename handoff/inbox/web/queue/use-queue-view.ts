import { useDeferredValue, useMemo, useState } from 'react'
import { useMe } from '../login/use-me.ts'
import { matches } from './matches.ts'
import { type Section, type SectionName, sectionsOf } from './sections.ts'
import { useQueue } from './use-queue.ts'

/** The queue as somebody looks at it: filtered, with sections folded up. */
export interface QueueView {
  readonly query: ReturnType<typeof useQueue>
  readonly sections: readonly Section[]
  readonly sought: string
  readonly seek: (sought: string) => void
  readonly isFolded: (name: SectionName) => boolean
  readonly fold: (name: SectionName) => void
  /** What can be stepped through, in its order. */
  readonly visible: readonly number[]
  /** Who waits, longest first, whatever is sought. */
  readonly waiting: readonly number[]
}

export function useQueueView(): QueueView {
  const me = useMe()
  const query = useQueue()
  const [sought, seek] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<SectionName>>(new Set<SectionName>(['resolved']))
  const tickets = query.data?.tickets
  const filter = useDeferredValue(sought)
  const all = useMemo(() => sectionsOf(tickets ?? [], me.id), [tickets, me.id])
  const sections = useMemo(
    () =>
      all
        .map(({ name, tickets }) => ({ name, tickets: tickets.filter((ticket) => matches(ticket, filter)) }))
        .filter((section) => section.tickets.length > 0),
    [all, filter],
  )
  const isFolded = (name: SectionName) => filter === '' && folded.has(name)
  const fold = (name: SectionName) => setFolded(toggled(folded, name))
  const idsOf = (section: Section) => section.tickets.map(({ id }) => id)
  return {
    query,
    sections,
    sought,
    seek,
    isFolded,
    fold,
    visible: sections.filter(({ name }) => !isFolded(name)).flatMap(idsOf),
    waiting: all.filter(({ name }) => name === 'waiting').flatMap(idsOf),
  }
}

function toggled(names: ReadonlySet<SectionName>, name: SectionName): ReadonlySet<SectionName> {
  const next = new Set(names)
  if (!next.delete(name)) next.add(name)
  return next
}
