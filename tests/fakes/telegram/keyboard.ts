import { badRequest } from './refusal.ts'

export interface Button {
  readonly text: string
  readonly data: string
}

const MOST_BUTTONS = 100
const MOST_IN_A_ROW = 8
const MOST_DATA_BYTES = 64

/** The buttons of an inline keyboard, checked as Telegram checks them. */
export function parseKeyboard(markup: unknown): readonly Button[] {
  if (markup === undefined) return []
  const { inline_keyboard: rows } = markup as { readonly inline_keyboard?: unknown }
  if (!Array.isArray(rows)) throw badRequest('object expected as reply markup')
  const buttons = rows.flatMap((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest("can't parse inline keyboard row")
    if (row.length > MOST_IN_A_ROW) throw badRequest('BUTTON_ROW_TOO_LONG')
    return row.map(parseButton)
  })
  if (buttons.length > MOST_BUTTONS) throw badRequest('reply markup is too long')
  return buttons
}

function parseButton(button: unknown): Button {
  const { text, callback_data: data } = button as {
    readonly text?: unknown
    readonly callback_data?: unknown
  }
  if (typeof text !== 'string' || text.trim() === '') {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be of type String')
  }
  if (typeof data !== 'string') {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
  }
  const bytes = Buffer.byteLength(data)
  if (bytes === 0 || bytes > MOST_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
  return { text, data }
}
