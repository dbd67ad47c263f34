import type { Markup } from '../core/reply.ts'
import { plainText, type Span } from '../core/rich-text.ts'

/** Spans in a channel's own markup. Every text is escaped: nothing that was typed becomes a tag. */
export function encode(spans: readonly Span[], markup: Markup): string {
  switch (markup) {
    case 'none':
      return spans.map((span) => span.text).join('')
    case 'html':
      return spans.map(html).join('')
  }
}

function html({ text, bold, href }: Span): string {
  const escaped = escapeHtml(text)
  // Telegram shows only the label of any other link, and a number that nobody sees cannot be called.
  if (href !== undefined && !/^https?:/.test(href))
    return escapeHtml(plainText([{ text, href, bold: false }]))
  if (href !== undefined) return `<a href="${escapeHtml(href)}">${escaped}</a>`
  return bold ? `<b>${escaped}</b>` : escaped
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
