/** A line as it was typed: `/human please` is a command, everything else a text. */
export function parseLine(
  line: string,
):
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly command: string; readonly rest: string } {
  const command = /^\/(\w+)\s*(.*)$/.exec(line.trim())
  if (command === null) return { kind: 'text', text: line }
  const [, name = '', rest = ''] = command
  return { kind: 'command', command: name.toLowerCase(), rest }
}
