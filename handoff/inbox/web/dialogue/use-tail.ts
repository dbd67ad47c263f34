import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

const PART = 150

export interface Tail<Item> {
  readonly items: readonly Item[]
  readonly hasEarlier: boolean
  readonly showEarlier: () => void
}

/**
 * The last of many, more when they are asked for: thousands of messages must not make a page slow.
 * What somebody reads stays where it is when earlier ones appear above it.
 */
export function useTail<Item>(all: readonly Item[], scroller: RefObject<HTMLElement | null>): Tail<Item> {
  // Counted from the first, so that what comes at the end pushes nothing out.
  const [from, setFrom] = useState(Math.max(0, all.length - PART))
  const fromBottom = useRef<number | undefined>(undefined)
  useLayoutEffect(() => {
    const { current: element } = scroller
    if (element === null || fromBottom.current === undefined) return
    element.scrollTop = element.scrollHeight - fromBottom.current
    fromBottom.current = undefined
  })
  return {
    items: from === 0 ? all : all.slice(from),
    hasEarlier: from > 0,
    showEarlier() {
      const { current: element } = scroller
      if (element !== null) fromBottom.current = element.scrollHeight - element.scrollTop
      setFrom(Math.max(0, from - PART))
    },
  }
}
