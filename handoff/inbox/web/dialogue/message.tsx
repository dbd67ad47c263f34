import { memo } from 'react'
import type { DialogueMessage } from '../../protocol.ts'
import { BotIcon, FileIcon, LockIcon } from '../icons/icon.tsx'
import { useWords } from '../words/use-words.ts'
import { Delivery } from './delivery.tsx'
import classes from './dialogue.module.css'
import { PlainText } from './plain-text.tsx'

interface MessageProps {
  readonly message: DialogueMessage
  readonly continues: boolean
  /** What the channel calls the citizen. */
  readonly citizen: string | undefined
}

export const Message = memo(function Message({ message, continues, citizen }: MessageProps) {
  const { times } = useWords()
  const { author } = message
  return (
    <article className={classes['message']} data-author={author} data-continues={continues}>
      {!continues && <Author message={message} citizen={citizen} />}
      <div className={classes['bubble']} data-delivery={message.delivery}>
        <Body message={message} />
        <span className={classes['meta']}>
          <KindMark kind={message.kind} />
          <time dateTime={new Date(message.at).toISOString()} title={times.exact(message.at)}>
            {times.clock(message.at)}
          </time>
          <Delivery state={message.delivery} />
        </span>
      </div>
      <Choices choices={message.choices} />
    </article>
  )
})

function Author({ message, citizen }: Pick<MessageProps, 'message' | 'citizen'>) {
  const { dialogue } = useWords()
  const { author, operatorName } = message
  const name = author === 'citizen' ? citizen : operatorName
  return (
    <header className={classes['author']}>
      {author === 'bot' && <BotIcon size={14} />}
      {author === 'note' && <LockIcon size={13} />}
      {author === 'note' && <span>{dialogue.authors.note}</span>}
      <bdi>{name ?? (author === 'note' ? '' : dialogue.authors[author])}</bdi>
      {author === 'note' && <span className={classes['aside']}>{dialogue.noteFor}</span>}
    </header>
  )
}

function Body({ message }: { readonly message: DialogueMessage }) {
  const { dialogue } = useWords()
  const { text, kind, files } = message
  const isEmpty = text === '' && files.length === 0
  return (
    <>
      {text !== '' && (
        <p className={classes['text']} dir="auto">
          <PlainText text={text} />
        </p>
      )}
      {isEmpty && kind === 'stopped' && <p className={classes['aside']}>{dialogue.kinds.stopped}</p>}
      {isEmpty && kind !== 'stopped' && <p className={classes['aside']}>{dialogue.kinds.other}</p>}
      {files.map((file, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: Two files may have the same name, or none.
        <File key={i} file={file} />
      ))}
    </>
  )
}

function File({ file }: { readonly file: DialogueMessage['files'][number] }) {
  const { dialogue, locale } = useWords()
  const size = file.bytes === undefined ? undefined : sizeIn(locale, file.bytes)
  return (
    <span className={classes['file']}>
      <FileIcon size={16} />
      <bdi className={classes['fileName']}>
        <PlainText text={file.name ?? dialogue.file} isLinked={false} />
      </bdi>
      <span className={classes['aside']}>{[file.type, size].filter(Boolean).join(', ')}</span>
    </span>
  )
}

function sizeIn(locale: string, bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 })
  return format.format(bytes / (unit === 'kilobyte' ? 1000 : 1_000_000))
}

function KindMark({ kind }: Pick<DialogueMessage, 'kind'>) {
  const { dialogue } = useWords()
  if (kind !== 'choice' && kind !== 'edit' && kind !== 'command') return null
  return <span>{dialogue.kinds[kind]}</span>
}

function Choices({ choices }: Pick<DialogueMessage, 'choices'>) {
  const { dialogue } = useWords()
  if (choices.length === 0) return null
  return (
    <ul className={classes['choices']} aria-label={dialogue.choices}>
      {choices.map((choice) => (
        <li key={choice} dir="auto">
          <PlainText text={choice} isLinked={false} />
        </li>
      ))}
    </ul>
  )
}
