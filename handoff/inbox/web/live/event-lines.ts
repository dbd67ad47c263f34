/** Reads the `data` of server-sent events out of a text that comes in pieces, cut anywhere. */
export function createEventReader(): (piece: string) => string[] {
  let rest = ''
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r', '').split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.map(dataOf).filter((data) => data !== '')
  }
}

function dataOf(block: string): string {
  return block
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trimStart())
    .join('\n')
}
