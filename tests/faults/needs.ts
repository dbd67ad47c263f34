import { describe } from '@jest/globals'

/**
 * `describe` where what the tests need is there. Where it is not, they are skipped, which is said
 * loudly; in CI that is a failure: a fault nobody rehearsed is one nobody withstands.
 */
export function describeWhere(isThere: boolean, need: string, cure: string): typeof describe.skip {
  if (isThere) return describe
  if (process.env['CI'] !== undefined) throw new Error(`${need} is needed here: ${cure}`)
  const line = '!'.repeat(78)
  process.stderr.write(`\n${line}\nNo ${need}: tests are SKIPPED. ${cure}\n${line}\n`)
  return describe.skip
}
