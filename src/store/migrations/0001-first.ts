import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.ts'

/** The road: conversations, inbox, transcript, turns, outbox, tickets, clocks. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const id = dialect === 'sqlite' ? 'integer primary key' : 'bigint generated always as identity primary key'
  for (const statement of tables(id).concat(INDEXES)) await sql.raw(statement).execute(db)
}

const tables = (id: string): string[] => [
  `create table conversation (
    id ${id}, channel text not null, chat text not null, holder text not null, epoch bigint not null,
    memory text not null, pace text not null, version bigint not null, next_seq bigint not null,
    turn_not_before bigint not null, created_at bigint not null, unique (channel, chat))`,
  `create table inbox (
    id ${id}, channel text not null, key text not null,
    conversation_id bigint not null references conversation (id) on delete cascade,
    payload text not null, sort_key bigint not null, status integer not null, attempts integer not null,
    next_at bigint not null, received_at bigint not null, error text, unique (channel, key))`,
  `create table message (
    id ${id}, conversation_id bigint not null references conversation (id) on delete cascade,
    seq bigint not null, author text not null, body text not null, at bigint not null,
    inbox_id bigint unique, unique (conversation_id, seq))`,
  `create table turn (
    id ${id}, conversation_id bigint not null references conversation (id) on delete cascade,
    at bigint not null, kind text not null, rule text not null, outcome text not null,
    content_version text not null)`,
  `create table outbox (
    id ${id}, conversation_id bigint not null references conversation (id) on delete cascade,
    seq bigint not null, channel text not null, chat text not null, part text not null,
    key text not null unique, epoch bigint, status integer not null, attempts integer not null,
    unknowns integer not null, next_at bigint not null, lease_until bigint not null, platform_id text,
    created_at bigint not null, done_at bigint, error text, unique (conversation_id, seq))`,
  `create table ticket (
    id ${id}, number text not null unique,
    conversation_id bigint not null references conversation (id) on delete cascade,
    state text not null, reason text not null, team text not null, topic text, operator text,
    asked_at bigint not null, opened_at bigint not null, due_at bigint not null, version bigint not null)`,
  `create table unresolved_clock (
    conversation_id bigint primary key references conversation (id) on delete cascade,
    asked_at bigint not null, opens_at bigint not null, topic text)`,
  `create table dead_letter (
    id ${id}, channel text not null, key text not null, raw text not null, why text not null,
    at bigint not null, unique (channel, key))`,
  'create table channel_cursor (channel text primary key, cursor text not null)',
  `create table channel_limit (
    channel text primary key, not_before bigint not null, tokens double precision not null,
    at bigint not null)`,
]

const INDEXES = [
  'create index inbox_due on inbox (id) where status = 0',
  'create index inbox_of_conversation on inbox (conversation_id, sort_key, id) where status = 0',
  'create index inbox_age on inbox (received_at)',
  'create index turn_of_conversation on turn (conversation_id, id)',
  'create index outbox_due on outbox (channel, next_at, id) where status = 0',
  'create index outbox_head on outbox (conversation_id, seq) where status in (0, 1)',
  'create index outbox_leased on outbox (lease_until) where status = 1',
  `create unique index ticket_open on ticket (conversation_id)
     where state in ('provisional', 'waiting', 'claimed')`,
  'create index ticket_queue on ticket (state, asked_at, id)',
  'create index unresolved_clock_due on unresolved_clock (opens_at)',
]
