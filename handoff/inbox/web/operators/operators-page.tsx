import { Button, Skeleton, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../api/refused.ts'
import { Blank } from '../app/blank.tsx'
import { Trouble } from '../app/trouble.tsx'
import { LockIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { OperatorList } from './operator-list.tsx'
import classes from './operators.module.css'
import { type Invited, useOperators } from './use-operators.ts'

export function OperatorsPage() {
  const { operators: words } = useWords()
  const query = useOperators()
  const [isInviting, setInviting] = useState(false)
  const [invited, setInvited] = useState<Invited>()
  return (
    <main className={classes['page']}>
      <div className={classes['inner']}>
        <header className={classes['head']}>
          <div>
            <Title order={1} size="h2">
              {words.title}
            </Title>
            <Text size="sm" c="dimmed">
              {words.hint}
            </Text>
          </div>
          {query.isSuccess && <Button onClick={() => setInviting(true)}>{words.create}</Button>}
        </header>
        <Content query={query} onInvited={setInvited} />
      </div>
      <InviteDialog
        opened={isInviting}
        onClose={() => setInviting(false)}
        onInvited={(made) => {
          setInviting(false)
          setInvited(made)
        }}
      />
      <LinkDialog invited={invited} onClose={() => setInvited(undefined)} />
    </main>
  )
}

interface ContentProps {
  readonly query: ReturnType<typeof useOperators>
  readonly onInvited: (invited: Invited) => void
}

function Content({ query, onInvited }: ContentProps) {
  const { operators: words } = useWords()
  if (query.data !== undefined) return <OperatorList operators={query.data.operators} onInvited={onInvited} />
  if (query.isPending) return <Skeleton height={220} radius="lg" />
  if (query.error instanceof Refused)
    return <Blank icon={<LockIcon size={28} />} title={words.onlyAdministrators} />
  return <Trouble onRetry={() => void query.refetch()} />
}
