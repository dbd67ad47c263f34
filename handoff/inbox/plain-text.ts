import type { Inbound } from '../../src/core/message.ts'
import type { Part } from '../../src/core/reply.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/**
 * A part as its citizen reads it. Its markup is our own (`gateway/encode.ts`: `<b>`, `<a href>` and four
 * entities), so taking exactly these away leaves the text; the screens show it as text and nothing else.
 */
export function partText(part: Part): string {
  if (part.kind !== 'text') return ''
  if (part.markup === 'none') return part.text
  return part.text
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, (_all, href: string, label: string) =>
      label === href ? label : `${label} (${href})`,
    )
    .replace(/<\/?b>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}

/** What a citizen wrote or pressed, in words where there are some. */
export function inboundText(inbound: Inbound): string {
  switch (inbound.kind) {
    case 'text':
    case 'edit':
      return inbound.text
    case 'choice':
      return inbound.label ?? inbound.choice
    case 'files':
      return inbound.text ?? ''
    case 'command':
      return `/${inbound.command}${inbound.rest === '' ? '' : ` ${inbound.rest}`}`
    case 'other':
      return inbound.what
    case 'stopped':
    case 'group':
      return ''
  }
}
