import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { checkContent } from './check.ts'

describe('the content of this repository', () => {
  it('has no fault', () => {
    const report = checkContent(fileURLToPath(new URL('../../', import.meta.url)), 'en', 0)
    expect(report.ok ? 'good' : report.text).toBe('good')
  })
})
