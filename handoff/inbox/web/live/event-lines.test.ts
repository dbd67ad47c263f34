import { describe, expect, it } from '@jest/globals'
import { createEventReader } from './event-lines.ts'

describe('the event reader', () => {
  it('puts together what comes in pieces', () => {
    const read = createEventReader()
    expect(['da', 'ta: {"a":', '1}\n', '\ndata: {}\n\ndata: x'].map(read)).toEqual([
      [],
      [],
      [],
      ['{"a":1}', '{}'],
    ])
  })

  it('leaves comments out, which only keep the line alive', () => {
    expect(createEventReader()(': beat\n\ndata: 1\n\n')).toEqual(['1'])
  })

  it('takes other line ends, and names and ids beside the data', () => {
    expect(createEventReader()('id: 4\r\nevent: ticket\r\ndata: 1\r\ndata: 2\r\n\r\n')).toEqual(['1\n2'])
  })
})
