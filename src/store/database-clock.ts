import type { Clock } from '../contracts/clock.ts'

const RESAMPLE_MS = 30_000

/**
 * The database's time, which several processes share: sampled now and then, and carried on by the
 * monotonic clock in between, so that neither a jump of this machine's clock nor a difference between
 * machines moves a lease or a deadline.
 */
export async function createDatabaseClock(
  local: Clock,
  sample: () => Promise<number>,
): Promise<Clock & { close(): void }> {
  let base = await measured()
  const timer = setInterval(() => {
    // A sample that fails is taken again next time; the monotonic clock carries on meanwhile.
    void resample().catch(() => undefined)
  }, RESAMPLE_MS)
  timer.unref()

  async function resample(): Promise<void> {
    base = await measured()
  }

  async function measured(): Promise<{ at: number; monotonic: number }> {
    const asked = local.monotonic()
    const at = await sample()
    return { at, monotonic: (asked + local.monotonic()) / 2 }
  }

  return {
    now: () => Math.round(base.at + local.monotonic() - base.monotonic),
    monotonic: () => local.monotonic(),
    close: () => clearInterval(timer),
  }
}
