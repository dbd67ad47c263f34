import { describe, expect, it } from '@jest/globals'
import { createEventReader } from './event-lines.ts'

describe('server-sent events', () => {
  it('are the same however the text is cut', () => {
    const text = ': \n\nid: 1\ndata: {"a":1}\n\n: \n\nevent: ready\ndata: {}\n\nid: 2\ndata: unfinished'
    for (let size = 1; size <= text.length; size++) {
      const read = createEventReader()
      const events = []
      for (let at = 0; at < text.length; at += size) events.push(...read(text.slice(at, at + size)))
      expect(events).toEqual([
        { name: 'message', data: '{"a":1}' },
        { name: 'ready', data: '{}' },
      ])
    }
  })
})
