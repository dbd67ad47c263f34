import { createHash } from 'node:crypto'
import type { ChannelEvent } from '../../src/contracts/channel.ts'
import { storable } from '../../src/core/text.ts'

/** A dead letter whose key is the same whenever the same bytes come again. */
export function unreadable(raw: string | Uint8Array, why: string): ChannelEvent {
  const key = createHash('sha256').update(raw).digest('hex')
  const text = typeof raw === 'string' ? raw : new TextDecoder().decode(raw)
  return { kind: 'unreadable', key, raw: storable(text), why }
}
