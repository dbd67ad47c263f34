/** Sent by a citizen, and nothing that we can read: what it is, for the operator and for the count. */
const WORDLESS = [
  'sticker',
  'contact',
  'location',
  'venue',
  'dice',
  'poll',
  'game',
  'story',
  'paid_media',
  'checklist',
  'invoice',
] as const

/** Made by Telegram about a chat, and said by nobody. */
const SERVICE = [
  'left_chat_member',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'boost_added',
  'chat_background_set',
  'proximity_alert_triggered',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'video_chat_scheduled',
  'video_chat_started',
  'video_chat_ended',
  'video_chat_participants_invited',
] as const

/** Whatever a later Telegram invents is taken for something a citizen sent: it gets an answer. */
export function wordlessKind(message: unknown): string {
  return WORDLESS.find((name) => has(message, name)) ?? 'unknown'
}

export function isServiceMessage(message: unknown): boolean {
  return SERVICE.some((name) => has(message, name))
}

function has(message: unknown, name: string): boolean {
  return typeof message === 'object' && message !== null && Object.hasOwn(message, name)
}
