/**
 * An address as far as it tells one line from another: IPv4 whole, of IPv6 the first 64 bits, since
 * whoever has one address of a line has all of them.
 */
export function networkOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)?.[1]
  if (v4 !== undefined) return v4
  const [address = ''] = ip.toLowerCase().split('%')
  const [left = '', right] = address.split('::')
  const head = groupsOf(left)
  if (right === undefined) return head.slice(0, 4).join(':')
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - groupsOf(right).length) }, () => '0')
  return [...head, ...zeros, ...groupsOf(right)].slice(0, 4).join(':')
}

const groupsOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, ''))
