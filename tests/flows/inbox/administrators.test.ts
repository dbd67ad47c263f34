import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { DATABASES } from '../../databases.ts'
import { type InboxStage, idOf, startInboxStage, tally } from './stage.ts'

describe.each(DATABASES)('the administrators on $name', (kind) => {
  let stage: InboxStage
  beforeEach(async () => {
    stage = await startInboxStage(kind)
  })
  afterEach(() => stage.close())

  it('are never none, whoever disables whom at the same time', async () => {
    const all = [await stage.administrator()]
    for (const login of ['boris', 'vera', 'gleb']) all.push(await stage.operator(login, 'administrator'))
    const ids = await Promise.all(all.map(idOf))
    const answers = await Promise.all(
      all.flatMap((each, mine) =>
        ids.filter((_id, n) => n !== mine).map((id) => each.posts(`operators/${id}/disable`, {})),
      ),
    )
    expect(tally(answers)[200]).toBeGreaterThanOrEqual(1)
    expect(await stage.store.transact((tx) => tx.administrators())).toBeGreaterThanOrEqual(1)
  })

  it.each(['disable', 'reset'])('are never none by the last one’s %s', async (verb) => {
    const administrator = await stage.administrator()
    const second = await stage.operator('second', 'administrator')
    expect((await administrator.posts(`operators/${await idOf(second)}/disable`, {})).status).toBe(200)
    const { status, text } = await administrator.posts(`operators/${await idOf(administrator)}/${verb}`, {})
    expect([status, JSON.parse(text)]).toEqual([409, { error: 'last-administrator' }])
    expect((await administrator.gets('operators')).status).toBe(200)
  })

  it('see everybody, and no hash of a password', async () => {
    const administrator = await stage.administrator()
    await administrator.posts('operators', { login: 'maria', name: 'Мария', role: 'operator' })
    const { text } = await administrator.gets('operators')
    const { operators } = JSON.parse(text) as { readonly operators: readonly { readonly login: string }[] }
    expect(new Map(operators.map((row) => [row.login, row]))).toEqual(
      new Map([
        ['anna', expect.objectContaining({ role: 'administrator', active: true, disabled: false })],
        ['maria', expect.objectContaining({ name: 'Мария', role: 'operator', active: false })],
      ]),
    )
    expect(text).not.toMatch(/argon|hash/i)
  })

  it.each([
    [{ login: 'anna', name: 'Анна', role: 'operator' }, 409],
    [{ login: 'Maria', name: 'Мария', role: 'operator' }, 400],
    [{ login: 'maria', name: '', role: 'operator' }, 400],
    [{ login: 'maria', name: 'a\u202Eb', role: 'operator' }, 400],
    [{ login: 'maria', name: 'Мария', role: 'root' }, 400],
    [{ login: 'maria', name: 'Мария', role: 'operator', passwordHash: 'x' }, 400],
  ])('invite nobody by %p', async (form, status) => {
    const administrator = await stage.administrator()
    expect((await administrator.posts('operators', form)).status).toBe(status)
  })
})
