import { expect, it } from '@jest/globals'
import * as eg from '../../../tests/eg.ts'
import { respond } from '../../../tests/example-engine.ts'

it('takes leave of a group and goes', () => {
  expect(respond(eg.turn(eg.group(), { noticed: false }))).toMatchObject({
    kind: 'noted',
    replies: [{ kind: 'text', text: expect.stringContaining('выхожу из группы') }, { kind: 'leave' }],
    memory: { noticed: false },
  })
})
