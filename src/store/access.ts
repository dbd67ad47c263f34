import type {
  Session as AccessSession,
  AccessTx,
  OneTimeLink,
  OperatorAccess,
} from '../contracts/inbox-store.ts'
import { operatorId } from '../core/ids.ts'
import type { Locale } from '../core/locale.ts'
import type { Role } from '../core/operator.ts'
import type { OneTimeLinkTable, OperatorTable, Tables } from './schema.ts'
import type { Session } from './session.ts'

export function access({ db }: Session): AccessTx {
  return {
    async operators() {
      const rows = await db.selectFrom('operator').selectAll().orderBy('name').orderBy('id').execute()
      return rows.map(toOperator)
    },

    async operator(id) {
      const row = await db.selectFrom('operator').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toOperator(row)
    },

    async operatorByLogin(login) {
      const row = await db.selectFrom('operator').selectAll().where('login', '=', login).executeTakeFirst()
      return row === undefined ? undefined : toOperator(row)
    },

    async addOperator({ id, login, name, role, locale, disabled }, at) {
      const row = await db
        .insertInto('operator')
        .values({ id, login, name, role, locale, disabled: Number(disabled), created_at: at })
        .onConflict((on) => on.column('login').doNothing())
        .returningAll()
        .executeTakeFirst()
      return row === undefined ? undefined : toOperator(row)
    },

    async changeOperator(id, { name, role, locale, disabled, passwordHash }) {
      const changed = {
        ...(name !== undefined && { name }),
        ...(role !== undefined && { role }),
        ...(locale !== undefined && { locale }),
        ...(disabled !== undefined && { disabled: Number(disabled) }),
        ...(passwordHash !== undefined && { password_hash: passwordHash }),
      }
      if (Object.keys(changed).length === 0) return
      await db.updateTable('operator').set(changed).where('id', '=', id).execute()
    },

    async administrators() {
      const { count } = await db
        .selectFrom('operator')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('role', '=', 'administrator')
        .where('disabled', '=', 0)
        .where('password_hash', 'is not', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async addSession({ hash, operator, createdAt, seenAt }) {
      await db
        .insertInto('session')
        .values({ hash, operator, created_at: createdAt, seen_at: seenAt })
        .execute()
    },

    async session(hash) {
      const row = await db.selectFrom('session').selectAll().where('hash', '=', hash).executeTakeFirst()
      return row === undefined ? undefined : toSession(row)
    },

    async sessions(hashes) {
      if (hashes.length === 0) return []
      const rows = await db.selectFrom('session').selectAll().where('hash', 'in', hashes).execute()
      return rows.map(toSession)
    },

    async touchSession(hash, seenAt) {
      const row = await db
        .updateTable('session')
        .set({ seen_at: seenAt })
        .where('hash', '=', hash)
        .returning('operator')
        .executeTakeFirst()
      if (row === undefined) return
      await db.updateTable('operator').set({ last_seen_at: seenAt }).where('id', '=', row.operator).execute()
    },

    async endSession(hash) {
      await db.deleteFrom('session').where('hash', '=', hash).execute()
    },

    async endSessions(operator, except) {
      await db
        .deleteFrom('session')
        .where('operator', '=', operator)
        .where('hash', '!=', except ?? '')
        .execute()
    },

    async addLink({ hash, kind, operator, role, expiresAt }) {
      const link = { hash, kind, operator: operator ?? null, role, expires_at: expiresAt }
      await db.insertInto('one_time_link').values(link).execute()
    },

    async link(hash) {
      const row = await db.selectFrom('one_time_link').selectAll().where('hash', '=', hash).executeTakeFirst()
      return row === undefined ? undefined : toLink(row)
    },

    async spendLink(hash, at) {
      const { numUpdatedRows } = await db
        .updateTable('one_time_link')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async endLinks(kind, operator) {
      await db
        .deleteFrom('one_time_link')
        .where('kind', '=', kind)
        .where('operator', operator === undefined ? 'is' : '=', operator ?? null)
        .where('used_at', 'is', null)
        .execute()
    },

    async attempts(key) {
      const row = await db.selectFrom('login_attempt').selectAll().where('key', '=', key).executeTakeFirst()
      return row && { failures: row.failures, lockedUntil: row.locked_until, at: row.at }
    },

    async noteAttempts(key, { failures, lockedUntil, at }) {
      const row = { failures, locked_until: lockedUntil, at }
      await db
        .insertInto('login_attempt')
        .values({ key, ...row })
        .onConflict((on) => on.column('key').doUpdateSet(row))
        .execute()
    },

    async clearAttempts(key) {
      await db.deleteFrom('login_attempt').where('key', '=', key).execute()
    },
  }
}

function toOperator(row: OperatorTable): OperatorAccess {
  return {
    id: operatorId(row.id),
    login: row.login,
    name: row.name,
    role: row.role as Role,
    locale: row.locale as Locale,
    disabled: row.disabled !== 0,
    passwordHash: row.password_hash ?? undefined,
    lastSeenAt: row.last_seen_at ?? undefined,
  }
}

function toSession(row: Tables['session']): AccessSession {
  return {
    hash: row.hash,
    operator: operatorId(row.operator),
    createdAt: row.created_at,
    seenAt: row.seen_at,
  }
}

function toLink(row: OneTimeLinkTable): OneTimeLink {
  return {
    hash: row.hash,
    kind: row.kind as OneTimeLink['kind'],
    operator: row.operator === null ? undefined : operatorId(row.operator),
    role: row.role as Role,
    expiresAt: row.expires_at,
    usedAt: row.used_at ?? undefined,
  }
}
