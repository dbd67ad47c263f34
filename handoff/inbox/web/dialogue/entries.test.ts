import { describe, expect, it } from '@jest/globals'
import { entriesOf } from './entries.ts'
import { message } from './example-message.ts'

const evening = new Date(2026, 10, 24, 23, 59).getTime()

describe('the entries of a dialogue', () => {
  it('start a day with the first message, and with the first after midnight', () => {
    const entries = entriesOf([
      message({ at: evening }),
      message({ at: evening + 30_000 }),
      message({ at: evening + 90_000 }),
    ])
    expect(entries.map(({ startsDay }) => startsDay)).toEqual([true, false, true])
  })

  it('join what one author wrote at once', () => {
    const noon = evening - 12 * 3_600_000
    const entries = entriesOf([
      message({ at: noon }),
      message({ at: noon + 60_000 }),
      message({ at: noon + 70_000, author: 'bot' }),
      message({ at: noon + 80_000, author: 'operator', operatorName: 'Мария' }),
      message({ at: noon + 90_000, author: 'operator', operatorName: 'Иван' }),
      message({ at: noon + 600_000, author: 'operator', operatorName: 'Иван' }),
    ])
    expect(entries.map(({ continues }) => continues)).toEqual([false, true, false, false, false, false])
  })

  it('join no notes: each says who sees it', () => {
    const notes = [message({ author: 'note' }), message({ author: 'note' })]
    expect(entriesOf(notes).map(({ continues }) => continues)).toEqual([false, false])
  })
})
