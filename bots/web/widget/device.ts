/** Time and chance, so that a test can choose them. */
export interface Device {
  /** ms UTC, by this device's clock. */
  now(): number
  /** 0..1 */
  chance(): number
  bytes(count: number): Uint8Array
}

export function browserDevice(): Device {
  return {
    now: () => Date.now(),
    chance: () => Math.random(),
    bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  }
}

/** `crypto.randomUUID` is missing on pages without TLS. */
export function uuid(device: Device): string {
  const bytes = device.bytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
