import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** As near to the end as still counts as being there, px. */
const NEAR = 48

export interface EndControl {
  /** How many came below while somebody read further up. */
  readonly unseen: number
  readonly isAtEnd: boolean
  readonly toEnd: () => void
}

/** Follows the end of a list while one is there, and leaves whoever reads further up where they are. */
export function useStayAtEnd(scroller: RefObject<HTMLElement | null>, count: number): EndControl {
  const [isAtEnd, setAtEnd] = useState(true)
  const [seen, setSeen] = useState(count)
  if (isAtEnd && seen !== count) setSeen(count)

  function toEnd(): void {
    const { current: element } = scroller
    if (element !== null) element.scrollTop = element.scrollHeight
    setAtEnd(true)
  }
  useEffect(() => {
    const { current: element } = scroller
    if (element === null) return
    const onScroll = () => setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [scroller])
  useLayoutEffect(() => {
    const { current: element } = scroller
    if (element !== null && isAtEnd && count > 0) element.scrollTop = element.scrollHeight
  }, [scroller, count, isAtEnd])
  // The box to write in grows, a keyboard comes up: the end stays in sight.
  useEffect(() => {
    const { current: element } = scroller
    if (element === null || !isAtEnd) return
    const observer = new ResizeObserver(() => {
      element.scrollTop = element.scrollHeight
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, isAtEnd])

  return { unseen: Math.max(0, count - seen), isAtEnd, toEnd }
}
