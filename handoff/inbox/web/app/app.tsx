import { Center, Loader, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { LinkPage } from '../login/link-page.tsx'
import { LoginPage } from '../login/login-page.tsx'
import { MeContext, useSession } from '../login/use-me.ts'
import { cssVariables, theme } from '../look/theme.ts'
import { NoticeList } from '../notices/notice-list.tsx'
import { useRoute } from '../route/use-route.ts'
import { WORDS, WordsContext } from '../words/use-words.ts'
import { CrashGuard } from './crash-guard.tsx'
import { queryClient } from './query-client.ts'
import { Trouble } from './trouble.tsx'
import { useLocale } from './use-locale.ts'
import { Workplace } from './workplace.tsx'

export function App({ nonce }: { readonly nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <Spoken>
          <CrashGuard>
            <Gate />
          </CrashGuard>
          <NoticeList />
        </Spoken>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function Spoken({ children }: { readonly children: ReactNode }) {
  const { locale } = useLocale()
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = WORDS[locale].product
  }, [locale])
  return <WordsContext value={WORDS[locale]}>{children}</WordsContext>
}

/** Who is not in gets the login; a one-time link works in any case. */
function Gate() {
  const route = useRoute()
  const session = useSession()
  if (route.page === 'link') return <LinkPage token={route.token} />
  if (session.isPending) {
    return (
      <Center h="100%">
        <Loader />
      </Center>
    )
  }
  if (session.isError) return <Trouble onRetry={() => void session.refetch()} />
  if (session.data === null) return <LoginPage />
  return (
    <MeContext value={session.data}>
      <Workplace key={session.data.id} />
    </MeContext>
  )
}
