import type { Refusal } from '../../protocol.ts'
import { Refused, Unreachable } from './refused.ts'
import { sessionEnded } from './session-ended.ts'

const API = '/inbox/api/'
const PATIENCE_MS = 15_000

/** Asks the server. Throws `Refused` when it says no, `Unreachable` when it says nothing. */
export function get<Answer>(path: string): Promise<Answer> {
  return call(path, {})
}

/** Lets the server do something. Throws as `get` does. */
export function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function call<Answer>(path: string, request: RequestInit): Promise<Answer> {
  const response = await reach(path, request)
  const answer = await readJson(response)
  if (response.ok) return answer as Answer
  if (!isRefusal(answer)) throw new Unreachable(response.status)
  if (answer.error === 'not-logged-in') sessionEnded.tell()
  throw new Refused(answer)
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(API + path, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (error) {
    throw new Unreachable(error)
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (error) {
    throw new Unreachable(error)
  }
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'error' in answer
}
