import type { Part } from '../../src/core/reply.ts'

type TextPart = Extract<Part, { kind: 'text' }>

/** A part as the fields of `sendMessage`, beside its chat. */
export function encodeText({ text, markup, choices, layout }: TextPart) {
  return {
    // Telegram refuses a whole message for half an emoji.
    text: text.toWellFormed(),
    options: {
      ...(markup === 'html' ? { parse_mode: 'HTML' as const } : {}),
      link_preview_options: { is_disabled: true },
      ...(layout === 'buttons'
        ? {
            reply_markup: {
              // One a row: a row shares its width, and labels are sentences.
              inline_keyboard: choices.map(({ id, label }) => [{ text: label, callback_data: id }]),
            },
          }
        : {}),
    },
  }
}
