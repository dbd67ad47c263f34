/** One message as the server tells it: the widget's end of the feed's promise. */
export interface Item {
  /** Grows by the order of the conversation and never changes. */
  readonly seq: number
  /** ms UTC. */
  readonly at: number
  readonly author: 'citizen' | 'bot' | 'notice' | 'operator'
  /** The id under which this browser, or another tab, sent the message. */
  readonly key?: string
  readonly text: string
  readonly choices: readonly Choice[]
}

export interface Choice {
  readonly id: string
  readonly label: string
}

/** Undefined for what no server of ours would send. */
export function readItem(json: string): Item | undefined {
  const raw: unknown = JSON.parse(json)
  if (typeof raw !== 'object' || raw === null) return undefined
  const item = raw as Partial<Item>
  if (typeof item.seq !== 'number' || typeof item.text !== 'string' || !Array.isArray(item.choices))
    return undefined
  return item as Item
}
