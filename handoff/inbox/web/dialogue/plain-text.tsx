import { useMemo } from 'react'
import { useWords } from '../words/use-words.ts'
import classes from './dialogue.module.css'
import { type Segment, segmentsOf } from './segments.ts'

interface PlainTextProps {
  readonly text: string
  /** false: within something that is a link already. */
  readonly isLinked?: boolean
}

/** An untrusted text: text, safe links, and marks for what would otherwise be invisible. Nothing else. */
export function PlainText({ text, isLinked = true }: PlainTextProps) {
  const segments = useMemo(() => segmentsOf(text), [text])
  return segments.map((segment, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: The pieces of a text have no other names.
    <Piece key={i} segment={segment} isLinked={isLinked} />
  ))
}

function Piece({ segment, isLinked }: { readonly segment: Segment; readonly isLinked: boolean }) {
  const { dialogue } = useWords()
  switch (segment.kind) {
    case 'text':
      return segment.text
    case 'control':
      return (
        <span className={classes['control']} title={dialogue.hiddenMark}>
          {segment.name}
        </span>
      )
    case 'link':
      return isLinked ? <SafeLink {...segment} /> : segment.text
  }
}

/** With its real host beside it whenever that is not what one reads. */
function SafeLink({ text, href, host }: Extract<Segment, { kind: 'link' }>) {
  const { dialogue } = useWords()
  const isPlain = host === undefined || text.startsWith(`https://${host}`)
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={host && dialogue.opensSite(host)}>
      {text}
      {!isPlain && <span className={classes['host']}> ({host})</span>}
    </a>
  )
}
