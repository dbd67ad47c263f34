import type { IncomingMessage } from 'node:http'
import type { Params } from './methods.ts'
import { badRequest } from './refusal.ts'

/** The fields of a call. Of the forms that Telegram takes, the one that Okno uses. */
export async function readParams(request: IncomingMessage): Promise<Params> {
  const body = await readBody(request)
  if (body.length === 0) return {}
  if (request.headers['content-type']?.includes('application/json') !== true) {
    throw badRequest('the fake reads JSON only')
  }
  return parseObject(body)
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export function parseObject(body: Buffer): Params {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw badRequest("can't parse JSON object")
  }
  if (typeof value !== 'object' || value === null) throw badRequest('object expected')
  return value as Params
}
