import { createServer, request, type Server } from 'node:http'

/**
 * What stands before several gateways: hands each request to one of them at random, and answers 502
 * when that one is dead, as a load balancer would.
 */
export async function startFront(
  ports: readonly number[],
  random: () => number,
): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const port = ports[Math.floor(random() * ports.length)] ?? 0
    const { method, url, headers } = incoming
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
    })
    onward.on('error', () => {
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end()
    })
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the front has no port')
  return { url: `http://127.0.0.1:${address.port}`, server }
}
