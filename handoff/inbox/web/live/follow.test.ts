import { describe, expect, it } from '@jest/globals'
import { ticket } from '../queue/example-ticket.ts'
import { createFollower } from './follow.ts'

const REFETCH = { kind: 'refetch', now: undefined }

describe('following the events', () => {
  it('begins with everything', () => {
    expect(createFollower()({ kind: 'hello', seq: 7, now: 1000 })).toEqual([
      { kind: 'state', state: 'open' },
      { kind: 'refetch', now: 1000 },
    ])
  })

  it('passes tickets on while no number is missing', () => {
    const follow = createFollower()
    follow({ kind: 'hello', seq: 0, now: 1 })
    expect(follow({ kind: 'ticket', seq: 1, ticket: ticket({ id: 1 }) })).toEqual([
      { kind: 'ticket', ticket: ticket({ id: 1 }) },
    ])
  })

  it('fetches everything when a number is missing, or comes twice', () => {
    const follow = createFollower()
    follow({ kind: 'hello', seq: 0, now: 1 })
    expect(follow({ kind: 'ticket', seq: 2, ticket: ticket({}) })).toContainEqual(REFETCH)
    expect(follow({ kind: 'ticket', seq: 3, ticket: ticket({}) })).not.toContainEqual(REFETCH)
    expect(follow({ kind: 'ticket', seq: 3, ticket: ticket({}) })).toContainEqual(REFETCH)
  })

  it('says that the session ended', () => {
    expect(createFollower()({ kind: 'ended', seq: 1 })).toEqual([{ kind: 'state', state: 'ended' }])
  })
})
