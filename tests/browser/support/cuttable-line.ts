import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A way to the gateway that can be cut: while it is, connections break and none are made. */
export interface CuttableLine {
  readonly url: string
  cut(): void
  /** From now on what the browser says arrives, and no answer comes back. */
  swallowAnswers(): void
  mend(): void
  close(): Promise<void>
}

export async function openLine(to: string): Promise<CuttableLine> {
  const { port, hostname } = new URL(to)
  const sockets = new Set<Socket>()
  let isCut = false
  let isSwallowing = false
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    near.pipe(far)
    far.on('data', (data) => {
      if (!isSwallowing) near.write(data)
    })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        near.destroy()
        far.destroy()
        sockets.delete(socket)
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut,
    swallowAnswers() {
      isSwallowing = true
    },
    mend() {
      isCut = false
      isSwallowing = false
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
