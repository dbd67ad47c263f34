import { Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { LocaleSwitch } from '../app/locale-switch.tsx'
import { WindowIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import classes from './login.module.css'

interface EntranceProps {
  readonly title: string
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** The page before the page: for whoever is not in yet. */
export function Entrance({ title, hint, children }: EntranceProps) {
  const words = useWords()
  return (
    <main className={classes['entrance']}>
      <div className={classes['column']}>
        <header className={classes['brand']}>
          <span className={classes['mark']}>
            <WindowIcon size={26} />
          </span>
          <span>
            <span className={classes['product']}>{words.product}</span>
            <span className={classes['motto']}>{words.motto}</span>
          </span>
        </header>
        <Paper withBorder radius="lg" p="xl" className={classes['card']}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {hint !== undefined && (
            <Text size="sm" c="dimmed" mt={6}>
              {hint}
            </Text>
          )}
          <div className={classes['form']}>{children}</div>
        </Paper>
        <LocaleSwitch />
      </div>
    </main>
  )
}
