import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `isSo`, and not for ever: what never comes fails the test, and says what it waited for. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  atMostMs = 20_000,
): Promise<void> {
  const end = performance.now() + atMostMs
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it never came to this: ${what}`)
    await sleep(10)
  }
}
