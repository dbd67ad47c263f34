import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useSignal } from '../app/use-signal.ts'
import { CheckIcon, OfflineIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import { lineState } from './line-state.ts'
import classes from './live.module.css'
import { useIsOnline } from './use-is-online.ts'
import { retryConnection } from './use-live.ts'

type Shown = 'offline' | 'lost' | 'back' | undefined

/** How long one is told that everything is well again, ms. */
const BACK_MS = 4000

/** Between the header and the page while the connection is broken, and a moment after. */
export function ConnectionBanner() {
  const words = useWords()
  const shown = useShown()
  return (
    <div role="status" aria-live="polite">
      {shown !== undefined && (
        <div className={classes['banner']} data-tone={shown === 'back' ? 'good' : 'bad'}>
          {shown === 'back' ? <CheckIcon size={16} /> : <OfflineIcon size={16} />}
          <span>{words.connection[shown]}</span>
          {shown === 'lost' && (
            <Button size="compact-xs" variant="default" onClick={retryConnection}>
              {words.retry}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function useShown(): Shown {
  const state = useSignal(lineState)
  const isOnline = useIsOnline()
  const [wasLost, setWasLost] = useState(false)
  const trouble = troubleOf(isOnline, state === 'lost')
  const isBack = wasLost && trouble === undefined && state === 'open'
  if (trouble !== undefined && !wasLost) setWasLost(true)
  useEffect(() => {
    if (!isBack) return
    const timer = setTimeout(() => setWasLost(false), BACK_MS)
    return () => clearTimeout(timer)
  }, [isBack])
  return trouble ?? (isBack ? 'back' : undefined)
}

function troubleOf(isOnline: boolean, isLost: boolean): 'offline' | 'lost' | undefined {
  if (!isOnline) return 'offline'
  return isLost ? 'lost' : undefined
}
