import { Alert, Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { LinkInfo } from '../../protocol.ts'
import { get } from '../api/call.ts'
import { Refused } from '../api/refused.ts'
import { Trouble } from '../app/trouble.tsx'
import { WarningIcon } from '../icons/icon.tsx'
import { HOME } from '../route/route.ts'
import { go } from '../route/use-route.ts'
import { useWords } from '../words/use-words.ts'
import { Entrance } from './entrance.tsx'
import { LinkForm } from './link-form.tsx'

/** What a one-time link opens: choose a password and be in. */
export function LinkPage({ token }: { readonly token: string }) {
  const words = useWords()
  const info = useQuery({ queryKey: ['link', token], queryFn: () => get<LinkInfo>(`links/${token}`) })
  if (info.isPending) {
    return (
      <Entrance title={words.loading}>
        <Loader />
      </Entrance>
    )
  }
  if (info.isSuccess) {
    const { kind, expiresAt } = info.data
    return (
      <Entrance title={words.link.titles[kind]} hint={words.link.hints[kind]}>
        <LinkForm
          token={token}
          info={info.data}
          expires={words.link.expires(words.times.brief(expiresAt, Date.now()))}
        />
      </Entrance>
    )
  }
  if (!(info.error instanceof Refused)) {
    return (
      <Entrance title={words.product}>
        <Trouble onRetry={() => void info.refetch()} />
      </Entrance>
    )
  }
  return (
    <Entrance title={words.link.dead}>
      <Alert color="orange" variant="light" icon={<WarningIcon />} mb="lg">
        {words.link.deadHint}
      </Alert>
      <Button variant="default" fullWidth onClick={() => go(HOME)}>
        {words.link.toLogin}
      </Button>
    </Entrance>
  )
}
