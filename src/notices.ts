import type { Notices } from './contracts/notices.ts'
import type { DeskNotices } from './contracts/speak.ts'
import type { Phrases } from './core/content.ts'
import type { Reply } from './core/reply.ts'

/** What the gateway and the desk have to say to a citizen, in the words of the content that serves now. */
export function createNotices(phrases: () => Phrases): Notices & DeskNotices {
  return {
    failed: (locale) => notice(phrases()['handoff.failed'][locale]),
    pace: (locale) => notice(phrases()['pace.notice'][locale]),
    claimed: ({ memory }, name) =>
      notice(phrases()['desk.claimed'][memory.locale].replaceAll('{name}', name)),
    released: ({ memory }) => notice(phrases()['desk.released'][memory.locale]),
    resolved: ({ memory, ticket }) =>
      notice(phrases()['desk.resolved'][memory.locale].replaceAll('{number}', ticket?.number ?? '')),
  }
}

function notice(text: string): Reply {
  return { kind: 'text', text, choices: [], voice: 'notice' }
}
