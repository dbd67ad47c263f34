import type { Inbound } from '../core/message.ts'
import type { Turn } from '../core/turn.ts'

/** One thing to react to. Texts that follow each other are one: people write a sentence in pieces. */
export type Step =
  | {
      readonly kind: 'words'
      readonly texts: readonly [string, ...string[]]
      /** The last one's id, which an edit may refer to. */
      readonly messageId: string | undefined
    }
  | { readonly kind: 'event'; readonly inbound: Exclude<Inbound, { kind: 'text' }> }

/** What a turn asks the bot to react to, in order. An edit of a text in the same turn is that text. */
export function stepsOf({ conversation, said }: Turn): readonly Step[] {
  const texts = said.flatMap(({ kind, messageId }) => (kind === 'text' ? (messageId ?? []) : []))
  const edits = new Map(said.flatMap((each) => (each.kind === 'edit' ? [[each.of, each.text] as const] : [])))
  const steps: Step[] = []
  for (const inbound of said) {
    if (inbound.kind === 'edit' && texts.includes(inbound.of)) continue
    add(steps, stepOf(inbound, edits, conversation.memory.lastMessage))
  }
  return steps
}

function stepOf(inbound: Inbound, edits: ReadonlyMap<string, string>, lastMessage: string | undefined): Step {
  const { messageId } = inbound
  switch (inbound.kind) {
    case 'text': {
      const text = edits.get(messageId ?? '') ?? inbound.text
      const command = commandIn(text)
      if (command !== undefined)
        return { kind: 'event', inbound: { ...inbound, kind: 'command', ...command } }
      return { kind: 'words', texts: [text], messageId }
    }
    case 'edit':
      if (inbound.of !== lastMessage) return { kind: 'event', inbound }
      return { kind: 'words', texts: [inbound.text], messageId: inbound.of }
    case 'files':
      if (inbound.text === undefined || inbound.text.trim() === '') return { kind: 'event', inbound }
      return { kind: 'words', texts: [inbound.text], messageId }
    default:
      return { kind: 'event', inbound }
  }
}

function add(steps: Step[], step: Step): void {
  const last = steps.at(-1)
  if (step.kind === 'words' && last?.kind === 'words') {
    steps[steps.length - 1] = { ...step, texts: [...last.texts, ...step.texts] }
  } else {
    steps.push(step)
  }
}

/** A command typed where the channel knows none. */
function commandIn(text: string): { readonly command: string; readonly rest: string } | undefined {
  const typed = /^\/([a-z]{1,32})(?:@\w{1,64})?(?:\s+(\S.{0,200}))?\s*$/i.exec(text.trim())
  const [, command, rest = ''] = typed ?? []
  return command === undefined ? undefined : { command: command.toLowerCase(), rest }
}
