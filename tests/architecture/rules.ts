/** Who may import whom. The first rule whose `of` matches a file's path says what that file may see. */
export interface Rule {
  readonly of: RegExp
  /** Folders and files of ours. */
  readonly sees: readonly RegExp[]
  /** Packages and Node's own modules; types included. */
  readonly packages: readonly RegExp[]
  /** What to do instead. */
  readonly instead: string
}

const CORE = /^src\/core\//
const CONTRACTS = /^src\/contracts\//
const NODE = /^node:/
const PURE_NODE = /^node:crypto$/

export const RULES: readonly Rule[] = [
  { of: /^src\/core\//, sees: [CORE], packages: [], instead: 'core holds only words; it knows nobody' },
  {
    of: /^src\/contracts\//,
    sees: [CORE, CONTRACTS],
    packages: [],
    instead: 'a contract is written in the words of core',
  },
  {
    of: /^src\/nlu\//,
    sees: [CORE, /^src\/nlu\//],
    packages: [/^natural\/lib\//, /^fuse\.js$/],
    instead: 'nlu is pure: take what it needs as an argument; natural by its submodules only',
  },
  {
    of: /^src\/dialogue\//,
    sees: [CORE, /^src\/nlu\//, /^src\/dialogue\//],
    packages: [],
    instead: 'a rule looks at a turn and returns a decision: no store, no channel, no clock',
  },
  {
    of: /^src\/content\//,
    sees: [CORE, /^src\/content\//],
    packages: [NODE, /^yaml$/, /^zod$/],
    instead: 'content turns YAML into a snapshot and knows nothing else',
  },
  {
    of: /^src\/gateway\//,
    sees: [CORE, CONTRACTS, /^src\/gateway\//],
    packages: [NODE, /^express$/, /^helmet$/],
    instead: 'take a channel, a desk or a store as an argument',
  },
  {
    of: /^src\/store\//,
    sees: [CORE, CONTRACTS, /^src\/store\//],
    packages: [NODE, /^kysely(\/migration)?$/, /^better-sqlite3$/, /^pg$/, /^zod$/],
    instead: 'the store keeps what it is given',
  },
  {
    of: /^src\/privacy\//,
    sees: [CORE, /^src\/privacy\//],
    packages: [],
    instead: 'a text goes in and a text comes out; the service’s own phones are an argument',
  },
  {
    of: /^src\/settings\//,
    sees: [CORE, /^src\/settings\//, /^src\/content\/(yaml-file|yaml-place|fault)\.ts$/],
    packages: [NODE, /^zod$/],
    instead: 'settings are read, checked and told about, nothing else',
  },
  {
    of: /^src\/cli\//,
    sees: [
      /^src\/(core|contracts|content|cli)\//,
      /^src\/(app|config|channels|log)\.ts$/,
      /^bots\/console\//,
    ],
    packages: [NODE],
    instead: 'a command goes by app.ts',
  },
  {
    of: /^src\/[^/]+\.ts$/,
    sees: [/^(src|bots|handoff)\//],
    packages: [NODE, /^express$/, /^pino$/],
    instead: 'the composition root builds; the work is done elsewhere',
  },
  {
    of: /^bots\/web\//,
    sees: [CORE, CONTRACTS, /^bots\/web\//],
    packages: [NODE, /^express$/, /^zod$/, /^rolldown$/],
    instead: 'an adapter translates: it sees words and contracts, never another bot',
  },
  {
    of: /^bots\/telegram\//,
    sees: [CORE, CONTRACTS, /^bots\/telegram\//],
    packages: [NODE, /^grammy(\/types)?$/, /^zod$/],
    instead: 'an adapter translates: it sees words and contracts, never another bot',
  },
  {
    of: /^bots\/console\//,
    sees: [CORE, CONTRACTS, /^bots\/console\//],
    packages: [NODE],
    instead: 'an adapter translates: it sees words and contracts, never another bot',
  },
  {
    of: /^handoff\/inbox\/access\//,
    sees: [CORE, CONTRACTS, /^handoff\/inbox\//],
    packages: [NODE, /^express$/, /^zod$/, /^@node-rs\/argon2$/],
    instead: 'who comes in is decided here, and nothing else',
  },
  {
    of: /^handoff\/inbox\/build(-worker)?\.ts$/,
    sees: [/^handoff\/inbox\/build/],
    packages: [NODE, /^vite$/],
    instead: 'the bundler is met here only',
  },
  {
    of: /^handoff\/inbox\//,
    sees: [CORE, CONTRACTS, /^handoff\//],
    packages: [NODE, /^express$/, /^zod$/],
    instead: 'the inbox sees words, contracts and the verbs of the desk; suggestions come by a contract',
  },
  {
    of: /^handoff\//,
    sees: [CORE, CONTRACTS, /^handoff\//],
    packages: [PURE_NODE],
    instead: 'the desk sees words and contracts; suggestions come by a contract of their own',
  },
]
