import type { FileRef } from '../../src/core/message.ts'
import { storable } from '../../src/core/text.ts'
import type { Message, NativeFile } from './updates.ts'

/** The file of a message, by its `file_id`; a message has one at most, an album is several messages. */
export function fileOf(message: Message): FileRef | undefined {
  const picture = message.photo?.at(-1)
  if (picture !== undefined) return refTo(picture, 'image/jpeg')
  // An animation comes twice, as a document too, for the sake of old clients.
  if (message.animation !== undefined) return refTo(message.animation, 'video/mp4')
  if (message.document !== undefined) return refTo(message.document, undefined)
  if (message.voice !== undefined) return refTo(message.voice, 'audio/ogg')
  if (message.audio !== undefined) return refTo(message.audio, 'audio/mpeg')
  const film = message.video ?? message.video_note
  return film === undefined ? undefined : refTo(film, 'video/mp4')
}

function refTo(file: NativeFile, usualType: string | undefined): FileRef {
  const type = file.mime_type ?? usualType
  return {
    ref: file.file_id,
    ...(file.file_name === undefined ? {} : { name: storable(file.file_name) }),
    ...(type === undefined ? {} : { type: storable(type) }),
    ...(file.file_size === undefined ? {} : { bytes: file.file_size }),
  }
}
