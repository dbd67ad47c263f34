import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.ts'

/** The desk: operators and how they come in, tickets in their hands, notes, what became of a ticket. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const id = dialect === 'sqlite' ? 'integer primary key' : 'bigint generated always as identity primary key'
  for (const statement of [...COLUMNS, ...tables(id), ...INDEXES]) await sql.raw(statement).execute(db)
}

const COLUMNS = [
  'alter table conversation add column last_ticket bigint',
  'alter table message add column operator text',
  'alter table ticket add column claimed_at bigint',
  'alter table ticket add column resolved_at bigint',
  'alter table ticket add column waiting_since bigint',
  'alter table ticket add column lease_until bigint',
  'alter table turn add column after_seq bigint not null default 0',
]

const tables = (id: string): string[] => [
  `create table operator (
    id text primary key, login text not null unique, name text not null, role text not null,
    locale text not null, disabled integer not null, password_hash text, created_at bigint not null,
    last_seen_at bigint)`,
  `create table session (
    hash text primary key, operator text not null references operator (id) on delete cascade,
    created_at bigint not null, seen_at bigint not null)`,
  `create table one_time_link (
    hash text primary key, kind text not null,
    operator text references operator (id) on delete cascade, role text not null,
    expires_at bigint not null, used_at bigint)`,
  `create table login_attempt (
    key text primary key, failures integer not null, locked_until bigint not null, at bigint not null)`,
  `create table ticket_log (
    id ${id}, ticket_id bigint not null references ticket (id) on delete cascade, kind text not null,
    operator text, at bigint not null)`,
  'create table used_key (key text primary key, at bigint not null)',
]

const INDEXES = [
  'create index session_of_operator on session (operator)',
  'create index ticket_of_conversation on ticket (conversation_id, id)',
  "create index ticket_lease on ticket (lease_until) where state = 'claimed'",
  "create index ticket_resolved on ticket (resolved_at) where state = 'resolved'",
  'create index ticket_opened on ticket (opened_at)',
  'create index ticket_log_of_ticket on ticket_log (ticket_id, id)',
  'create index used_key_age on used_key (at)',
]
