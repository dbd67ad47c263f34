import { createServer } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import { listen } from './server.ts'

describe('listening', () => {
  it('says which of its faults it is: the port or the address', async () => {
    const [first, second] = [createServer(), createServer()]
    const port = await listen(first, 0, '127.0.0.1')
    await expect(listen(second, port, '127.0.0.1')).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      details: { port },
    })
    for (const host of ['192.0.2.1', 'no such host']) {
      await expect(listen(second, 0, host)).rejects.toMatchObject({
        code: 'HOST_UNUSABLE',
        details: { host },
      })
    }
    await new Promise((resolve) => first.close(resolve))
  })
})
