export interface StreamEvent {
  readonly name: string
  readonly data: string
}

/** Reads server-sent events out of a text that comes in pieces, cut anywhere. */
export function createEventReader(): (piece: string) => StreamEvent[] {
  let rest = ''
  return (piece) => {
    const blocks = (rest + piece).split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.map(readBlock).filter((event) => event.data !== '')
  }
}

function readBlock(block: string): StreamEvent {
  let name = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) name = line.slice('event: '.length)
    if (line.startsWith('data: ')) data.push(line.slice('data: '.length))
  }
  return { name, data: data.join('\n') }
}
