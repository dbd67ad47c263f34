import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import express from 'express'
import helmet from 'helmet'
import type { Log } from '../contracts/log.ts'
import { type FaultCode, OknoError } from '../core/errors.ts'
import { faultName } from './fault-name.ts'
import type { Health } from './health.ts'

export interface ServerParts {
  readonly routers: readonly express.Router[]
  readonly health: Health
  readonly trustedProxies: readonly string[]
  readonly log: Log
}

/** Slow or endless requests are ended; what a browser or a platform sends arrives within this, ms. */
const REQUEST_TIMEOUT_MS = 30_000
const HEADERS_TIMEOUT_MS = 10_000
const MOST_HEADER_BYTES = 16_384

/** What is served: doors, health, and the one place where a fault becomes a status. */
export function createHandler({ routers, health, trustedProxies, log }: ServerParts): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', [...trustedProxies])
  app.use(securityHeaders())
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  app.get('/readyz', (_request, response) => {
    const faults = health()
    response
      .status(faults.length === 0 ? 200 : 503)
      .json({ status: faults.length === 0 ? 'ready' : 'not ready', faults })
  })
  // Browsers ask for it whatever a page says.
  app.get('/favicon.ico', (_request, response) => void response.status(204).end())
  for (const router of routers) app.use(router)
  app.use((_request, response) => void response.status(404).json({ error: 'not found' }))
  app.use(answerFault(log))

  return app
}

/**
 * The HTTP server, which may listen before there is anything to serve: a taken port is told at once, and
 * who comes early is asked to come again.
 */
export function createServer(): { readonly server: Server; serve(handler: RequestListener): void } {
  let handle: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1', 'content-type': 'application/json' })
    response.end('{"error":"starting"}')
  }
  const server = createHttpServer({ maxHeaderSize: MOST_HEADER_BYTES }, (request, response) =>
    handle(request, response),
  )
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.headersTimeout = HEADERS_TIMEOUT_MS
  return {
    server,
    serve(handler) {
      handle = handler
    },
  }
}

function securityHeaders(): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // The widget's script is for other sites, too; everything else is refused by its own door.
    crossOriginResourcePolicy: false,
    crossOriginEmbedderPolicy: false,
  })
}

/**
 * Express' own handler prints the body of a malformed request: personal data in the log. Here a fault
 * is named by its class alone, and told by an id that finds it in the log.
 */
function answerFault(log: Log): express.ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = statusOf(error)
    const id = randomUUID()
    if (status >= 500)
      log.alarm('http.failed', { id, path: request.path.slice(0, 80), fault: faultName(error) })
    if (response.headersSent) {
      response.destroy()
      return
    }
    response.status(status).json({ error: WORDS[status] ?? 'failed', id })
  }
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'malformed request',
  413: 'request too large',
  415: 'encoding not supported',
}

function statusOf(error: unknown): number {
  const { status } = (error ?? {}) as { status?: unknown }
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

/**
 * Rejects with PORT_TAKEN, PORT_FORBIDDEN or HOST_UNUSABLE. Resolves to the port, which `0` leaves to
 * the system.
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const { code: why = '' } = error
      const fault = LISTEN_FAULTS[why]
      reject(fault === undefined ? error : new OknoError(fault, { port, host, why }, { cause: error }))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

const LISTEN_FAULTS: Readonly<Record<string, FaultCode>> = {
  EADDRINUSE: 'PORT_TAKEN',
  EACCES: 'PORT_FORBIDDEN',
  EADDRNOTAVAIL: 'HOST_UNUSABLE',
  EINVAL: 'HOST_UNUSABLE',
  ENOTFOUND: 'HOST_UNUSABLE',
  EAI_AGAIN: 'HOST_UNUSABLE',
  EAFNOSUPPORT: 'HOST_UNUSABLE',
}

/** Takes no more connections; those that are open may end, for so long, ms. */
const DRAIN_MS = 2_000

export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearTimeout(cut)
}
