import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ForeignSite {
  readonly origin: string
  close(): Promise<void>
}

/** Somebody else's page, as strict as a page can be, that embeds the chat by its one script tag. */
export async function openForeignSite(gateway: () => string, attributes = 'data-auto'): Promise<ForeignSite> {
  const server = createServer((_request, response) => {
    const from = gateway()
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src ${from}; connect-src ${from}; require-trusted-types-for 'script'; trusted-types 'none'`,
    )
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html>
<html lang="ru"><head><title>Город</title><script type="module" src="${from}/widget/okno.js" ${attributes}></script></head>
<body><h1>Официальный сайт города</h1></body></html>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
