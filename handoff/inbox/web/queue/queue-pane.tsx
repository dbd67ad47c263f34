import { Button, CloseButton, Skeleton, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { type Ref, useMemo } from 'react'
import { Blank } from '../app/blank.tsx'
import { Trouble } from '../app/trouble.tsx'
import { useSignal } from '../app/use-signal.ts'
import { draftChanges, draftStore } from '../dialogue/draft-store.ts'
import { CupIcon, SearchIcon } from '../icons/icon.tsx'
import { KEYS } from '../keys/commands.ts'
import { KeyHint } from '../keys/hint.tsx'
import { useMe } from '../login/use-me.ts'
import { useWords } from '../words/use-words.ts'
import { PromiseFoot } from './promise-foot.tsx'
import classes from './queue.module.css'
import { QueueSection } from './queue-section.tsx'
import type { QueueView } from './use-queue-view.ts'

interface QueuePaneProps {
  readonly view: QueueView
  readonly open: number | undefined
  readonly cursor: number | undefined
  readonly onCursor: (id: number) => void
  readonly onTakeNext: () => void
  readonly isTaking: boolean
  readonly searchRef: Ref<HTMLInputElement>
}

export function QueuePane({ view, open, cursor, onCursor, onTakeNext, isTaking, searchRef }: QueuePaneProps) {
  const words = useWords()
  const { queue } = words
  return (
    <section className={classes['pane']} aria-label={queue.label}>
      <div className={classes['top']}>
        <TextInput
          ref={searchRef}
          value={view.sought}
          onChange={({ currentTarget }) => view.seek(currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (key !== 'Escape') return
            view.seek('')
            currentTarget.blur()
          }}
          placeholder={queue.search}
          aria-label={queue.search}
          aria-keyshortcuts={KEYS.search[0]}
          leftSection={<SearchIcon size={16} />}
          rightSection={
            view.sought === '' ? (
              <KeyHint of="search" />
            ) : (
              <CloseButton size="sm" aria-label={queue.clear} onClick={() => view.seek('')} />
            )
          }
        />
        <Button
          fullWidth
          variant={view.waiting.length > 0 ? 'filled' : 'default'}
          disabled={view.waiting.length === 0}
          loading={isTaking}
          aria-keyshortcuts={KEYS.takeNext[0]}
          onClick={onTakeNext}
        >
          {view.waiting.length > 0 ? queue.takeNext : queue.nobody}
          {view.waiting.length > 0 && <KeyHint of="takeNext" />}
        </Button>
      </div>
      <VisuallyHidden role="status">
        {view.query.isSuccess ? queue.waiting(view.waiting.length) : ''}
      </VisuallyHidden>
      <div className={classes['list']}>
        <Content view={view} open={open} cursor={cursor} onCursor={onCursor} />
      </div>
      <PromiseFoot />
    </section>
  )
}

type ContentProps = Pick<QueuePaneProps, 'view' | 'open' | 'cursor' | 'onCursor'>

function Content({ view, open, cursor, onCursor }: ContentProps) {
  const { queue } = useWords()
  const drafts = useDrafts(view)
  if (view.query.isPending) return <Loading />
  if (view.query.isError && view.query.data === undefined) {
    return <Trouble onRetry={() => void view.query.refetch()} />
  }
  if (view.sections.length === 0) {
    const isFiltered = view.sought !== ''
    return (
      <Blank
        icon={isFiltered ? <SearchIcon size={28} /> : <CupIcon size={30} />}
        title={isFiltered ? queue.nothingFound : queue.empty}
      >
        <Text size="sm" c="dimmed">
          {isFiltered ? queue.nothingFoundHint : queue.emptyHint}
        </Text>
      </Blank>
    )
  }
  const reachable = cursor !== undefined && view.visible.includes(cursor) ? cursor : view.visible[0]
  return view.sections.map((section) => (
    <QueueSection
      key={section.name}
      section={section}
      isFolded={view.isFolded(section.name)}
      onFold={() => view.fold(section.name)}
      open={open}
      reachable={reachable}
      drafts={drafts}
      onFocus={onCursor}
    />
  ))
}

/** Which tickets have something written and not sent. */
function useDrafts({ query }: QueueView): ReadonlySet<number> {
  const me = useMe()
  const changes = useSignal(draftChanges)
  const tickets = query.data?.tickets
  // biome-ignore lint/correctness/useExhaustiveDependencies: A change of a draft is what this waits for.
  return useMemo(() => {
    const has = (ticket: number) => draftStore.has({ operator: me.id, ticket, kind: 'answer' })
    return new Set((tickets ?? []).map(({ id }) => id).filter(has))
  }, [tickets, me.id, changes])
}

function Loading() {
  const words = useWords()
  return (
    <div className={classes['skeletons']} role="status" aria-label={words.loading}>
      {[0, 1, 2, 3, 4].map((i) => (
        <div key={i}>
          <Skeleton height={14} width={`${60 - i * 6}%`} />
          <Skeleton height={12} mt={10} />
          <Skeleton height={10} mt={8} width="40%" />
        </div>
      ))}
    </div>
  )
}
