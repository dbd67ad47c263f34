import { describe, expect, it } from '@jest/globals'
import { choiceId } from '../../src/core/ids.ts'
import { encodeText } from './encode.ts'

const CHOICES = [
  { id: choiceId('yes'), label: 'Да' },
  { id: choiceId('no'), label: 'Нет' },
]
const part = { kind: 'text', text: 'Да?', markup: 'none', choices: CHOICES, layout: 'none' } as const

describe('a part for Telegram', () => {
  it('is plain text without a preview of its links', () => {
    expect(encodeText(part)).toEqual({
      text: 'Да?',
      options: { link_preview_options: { is_disabled: true } },
    })
  })

  it('names its markup', () => {
    expect(encodeText({ ...part, markup: 'html' }).options).toMatchObject({ parse_mode: 'HTML' })
  })

  it('has one button a row, by the ids of its choices', () => {
    expect(encodeText({ ...part, layout: 'buttons' }).options.reply_markup).toEqual({
      inline_keyboard: [[{ text: 'Да', callback_data: 'yes' }], [{ text: 'Нет', callback_data: 'no' }]],
    })
  })
})
