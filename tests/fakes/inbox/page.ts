import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { basename, extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The built page under the policy that the real server gives it. */
export async function servePage(folder: string, path: string, response: ServerResponse): Promise<void> {
  const nonce = randomBytes(16).toString('base64')
  response.setHeader('Content-Security-Policy', policy(nonce))
  if (path.startsWith('/inbox/assets/')) {
    const name = basename(path)
    response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream')
    response.end(await readFile(join(folder, 'assets', name)))
    return
  }
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(html.replace('__CSP_NONCE__', nonce))
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
