import type { RequestHandler } from 'express'
import type { WidgetScript } from './widget-bundle.ts'

/** How long a page may go on with the widget it has, s. */
const FRESH_S = 300

/** The script is public and the same for everybody, so any site may load it. */
export function serveWidget({ hash, plain, gzipped }: WidgetScript): RequestHandler {
  return (request, response) => {
    const zipped = request.acceptsEncodings('gzip') === 'gzip'
    response.vary('Accept-Encoding')
    response.set({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': `public, max-age=${FRESH_S}`,
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      ETag: `"${hash}${zipped ? '-gz' : ''}"`,
    })
    if (request.fresh) {
      response.status(304).end()
      return
    }
    if (zipped) response.set('Content-Encoding', 'gzip')
    response.end(zipped ? gzipped : plain)
  }
}
