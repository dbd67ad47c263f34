import type { Limits } from '../contracts/channel.ts'
import type { Choice, Part, Reply } from '../core/reply.ts'
import { parseRichText, plainText, type Span } from '../core/rich-text.ts'
import { encode } from './encode.ts'
import { splitSpans } from './split.ts'

/**
 * Cuts a reply to what a channel can show: one part a native message. A text is split and never
 * truncated; choices become buttons, else a list, else numbers in the text, and go with its end.
 */
export function fit(reply: Reply, limits: Limits): readonly Part[] {
  if (reply.kind === 'leave') return [reply]
  const layout = layoutOf(reply.choices, limits)
  const numbered = layout === 'none' && reply.choices.length > 0
  const source = numbered ? `${reply.text}\n\n${numbers(reply.choices)}` : reply.text
  const spans = reply.plain ? [{ text: source, bold: false, href: undefined }] : spansOf(source, limits)
  const pieces = splitSpans(spans, limits.text)
  return pieces.map((spans, index) => {
    const isLast = index === pieces.length - 1
    return {
      kind: 'text',
      text: encode(spans, limits.markup),
      markup: limits.markup,
      choices: isLast ? reply.choices : [],
      layout: isLast ? layout : 'none',
    }
  })
}

function spansOf(source: string, { markup }: Limits): readonly Span[] {
  const spans = parseRichText(source)
  return markup === 'none' ? [{ text: plainText(spans), bold: false, href: undefined }] : spans
}

/** A label that would be cut cannot be a button: two choices might then look the same. */
function layoutOf(choices: readonly Choice[], { buttons, list }: Limits): 'none' | 'buttons' | 'list' {
  const fits = (shape: Limits['buttons']) =>
    shape !== undefined &&
    choices.length <= shape.max &&
    choices.every(({ label }) => label.length <= shape.label)
  if (choices.length === 0) return 'none'
  if (fits(buttons)) return 'buttons'
  return fits(list) ? 'list' : 'none'
}

function numbers(choices: readonly Choice[]): string {
  return choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n')
}
