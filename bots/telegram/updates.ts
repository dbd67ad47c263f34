import { z } from 'zod'

/**
 * The little of the Bot API's updates that we read; unknown keys fall away. What only adorns (a name, a
 * size) is let go when it is malformed: it must not cost a citizen the message.
 */
const adorning = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const User = z.object({
  id: z.int(),
  is_bot: z.boolean(),
  first_name: adorning(z.string()),
  last_name: adorning(z.string()),
  language_code: adorning(z.string()),
})
export type User = z.infer<typeof User>

const Chat = z.object({ id: z.int(), type: z.string() })
export type Chat = z.infer<typeof Chat>

const NativeFile = z.object({
  file_id: z.string().min(1),
  file_name: adorning(z.string()),
  mime_type: adorning(z.string()),
  file_size: adorning(z.int().nonnegative()),
})
export type NativeFile = z.infer<typeof NativeFile>

const Keyboard = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string().optional() }))),
})

export const Message = z.object({
  message_id: z.int(),
  /** Seconds UTC. */
  date: z.int(),
  edit_date: z.int().optional(),
  chat: Chat,
  /** Absent in channels. */
  from: User.optional(),
  /** A group's or channel's name under which somebody speaks; `from` is then a stand-in bot. */
  sender_chat: adorning(z.object({ id: z.int() })),
  text: z.string().optional(),
  caption: z.string().optional(),
  /** The same picture in several sizes, the largest last. */
  photo: z.array(NativeFile).min(1).optional(),
  animation: NativeFile.optional(),
  audio: NativeFile.optional(),
  document: NativeFile.optional(),
  video: NativeFile.optional(),
  video_note: NativeFile.optional(),
  voice: NativeFile.optional(),
})
export type Message = z.infer<typeof Message>

export const CallbackQuery = z.object({
  id: z.string().min(1),
  from: User,
  /** Absent when the message is too old. */
  message: z.object({ chat: Chat, reply_markup: adorning(Keyboard) }).optional(),
  /** There instead of `message` when the message was sent through an inline query. */
  inline_message_id: z.string().optional(),
  data: z.string().optional(),
})
export type CallbackQuery = z.infer<typeof CallbackQuery>

export const ChatMemberUpdated = z.object({
  chat: Chat,
  from: User,
  date: z.int(),
  new_chat_member: z.object({ status: z.string() }),
})
export type ChatMemberUpdated = z.infer<typeof ChatMemberUpdated>

/** What we ask Telegram for; everything else it does not even send. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const
