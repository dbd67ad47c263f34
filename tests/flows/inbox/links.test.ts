import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { LinkInfo, Refusal } from '../../../handoff/inbox/protocol.ts'
import { DATABASES } from '../../databases.ts'
import { type InboxStage, idOf, linkIn, PASSWORD, startInboxStage, tally, tokenIn } from './stage.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe.each(DATABASES)('a one-time link on $name', (kind) => {
  let stage: InboxStage
  beforeEach(async () => {
    stage = await startInboxStage(kind)
  })
  afterEach(() => stage.close())

  const first = (login: string) => ({ login, name: login, password: PASSWORD })
  const use = (token: string, form: object = { password: PASSWORD }) =>
    stage.screen().posts(`links/${token}`, form)
  const look = (token: string) => stage.screen().gets(`links/${token}`)
  const firstToken = async () => tokenIn((await stage.inbox.firstLink()) ?? '')
  async function invitation(login: string): Promise<string> {
    const administrator = await stage.administrator()
    const { text } = await administrator.posts('operators', { login, name: login, role: 'operator' })
    return tokenIn(linkIn(text))
  }

  it('makes one administrator, however many press at once', async () => {
    const token = await firstToken()
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => use(token, first(`anna-${n}`))))
    expect(tally(answers)).toEqual({ 200: 1, 404: 9 })
    const operators = await stage.store.transact((tx) => tx.operators())
    expect(operators).toHaveLength(1)
    expect(await stage.inbox.firstLink()).toBeUndefined()
  })

  it('makes one administrator, also when two links were printed at once', async () => {
    const tokens = await Promise.all([firstToken(), firstToken(), firstToken()])
    const answers = await Promise.all(tokens.map((token, n) => use(token, first(`anna-${n}`))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const operators = await stage.store.transact((tx) => tx.operators())
    expect(operators).toHaveLength(1)
  })

  it('of an invitation lets one in, however many press at once', async () => {
    const token = await invitation('maria')
    const answers = await Promise.all(Array.from({ length: 10 }, () => use(token)))
    expect(tally(answers)).toEqual({ 200: 1, 404: 9 })
    expect((await look(token)).status).toBe(404)
  })

  it('is used by no look at it and by no form that will not do', async () => {
    const token = await invitation('maria')
    for (let n = 0; n < 3; n++) expect((await look(token)).status).toBe(200)
    const { password: fault } =
      (JSON.parse((await use(token, { password: 'short' })).text) as Refusal).fields ?? {}
    expect(fault).toBe('too-short')
    expect((await use(token, { password: PASSWORD, role: 'administrator' })).status).toBe(400)
    expect((await use(token)).status).toBe(200)
  })

  it('tells whose it is and until when', async () => {
    const token = await invitation('maria')
    const info = JSON.parse((await look(token)).text) as LinkInfo
    expect(info).toEqual({
      kind: 'invitation',
      login: 'maria',
      name: 'maria',
      expiresAt: stage.clock.now() + 7 * DAY,
    })
  })

  it('dies in its time: an hour, seven days, thirty minutes', async () => {
    const early = await firstToken()
    stage.clock.advance(60 * MINUTE)
    expect((await use(early, first('anna'))).status).toBe(404)

    const invited = await invitation('maria')
    stage.clock.advance(7 * DAY - 1)
    expect((await look(invited)).status).toBe(200)
    stage.clock.advance(1)
    expect((await use(invited)).status).toBe(404)
  })

  it('of a reset dies after thirty minutes', async () => {
    const maria = await stage.operator('maria')
    const administrator = await stage.administrator()
    const { text } = await administrator.posts(`operators/${await idOf(maria)}/reset`, {})
    const token = tokenIn(linkIn(text))
    stage.clock.advance(30 * MINUTE - 1)
    expect((await look(token)).status).toBe(200)
    stage.clock.advance(1)
    expect((await use(token)).status).toBe(404)
  })

  it('is dead when a newer one is made, and when the operator is disabled', async () => {
    const [older, newer] = [await firstToken(), await firstToken()]
    expect((await look(older)).status).toBe(404)
    expect((await use(newer, first('anna'))).status).toBe(200)
  })

  it('of somebody who is disabled is dead', async () => {
    const token = await invitation('maria')
    const administrator = await stage.administrator()
    const maria = (await stage.store.transact((tx) => tx.operators())).find(({ login }) => login === 'maria')
    await administrator.posts(`operators/${maria?.id}/disable`, {})
    expect((await use(token)).status).toBe(404)
  })

  it('is not to be guessed, and its hash is none', async () => {
    await firstToken()
    const hashes = (await stage.store.db.selectFrom('one_time_link').select('hash').execute()).map(
      (row) => row.hash,
    )
    for (const token of [...hashes, 'x', 'A'.repeat(43), 'A'.repeat(1_000), '..%2f..%2fme', '%00']) {
      expect([token, (await use(token, first('eve'))).status]).toEqual([token, 404])
    }
  })
})

describe.each(DATABASES)('a new password on $name', (kind) => {
  let stage: InboxStage
  beforeEach(async () => {
    stage = await startInboxStage(kind)
  })
  afterEach(() => stage.close())

  it.each([
    ['12345678901', 'too-short'],
    ['👍👍👍👍👍👍👍👍👍👍👍', 'too-short'],
    [`${'abcdefghij'.repeat(12)}klmnopqrs`, 'too-long'],
    ['qwertyuiop123', 'too-common'],
    ['password1234', 'too-common'],
    ['Йцукенгшщзхъ', 'too-common'],
    ['111111111111', 'too-common'],
    ['123456789012', 'too-common'],
    ['Administrator.A', 'like-login'],
  ])('is not %p', async (password, fault) => {
    const token = tokenIn((await stage.inbox.firstLink()) ?? '')
    const form = { login: 'administrator.a', name: 'Анна', password }
    const { status, text } = await stage.screen().posts(`links/${token}`, form)
    expect([status, JSON.parse(text)]).toEqual([400, { error: 'invalid', fields: { password: fault } }])
  })
})
