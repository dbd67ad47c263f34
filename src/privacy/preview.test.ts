import { describe, expect, it } from '@jest/globals'
import { previewOf } from './preview.ts'

describe('a preview', () => {
  it('is one line, without what moves a cursor or turns the reading direction', () => {
    expect(previewOf('  Добрый\r\n\tдень!\u2028Код\u0000 не \u001b[31mприходит\u0085 ')).toBe(
      'Добрый день! Код не приходит',
    )
    expect(previewOf('a\u202etxt.exe\u2066b\u200f')).toBe('atxt.exeb')
  })

  it('is masked, also where blanks or invisible characters tore a number apart', () => {
    expect(previewOf('паспорт 4509\n\n\n\n\n\n123456')).toBe('паспорт **** ****56')
    expect(previewOf('112-233\u202e-445 95')).toBe('***-***-*** 95')
    expect(previewOf('8 800 555-35-35', 120, ['88005553535'])).toBe('8 800 555-35-35')
  })

  it('ends between words, with an ellipsis, within its length', () => {
    const text = 'как восстановить пароль от личного кабинета'
    expect(previewOf(text, 43)).toBe(text)
    expect(previewOf(text, 42)).toBe('как восстановить пароль от личного…')
    expect(previewOf(text, 24)).toBe('как восстановить пароль…')
    expect(previewOf('Превысокомногорассмотрительствующий', 10)).toBe('Превысоко…')
    expect(previewOf(text, 0)).toBe('')
  })

  it('does not tear a grapheme', () => {
    expect(previewOf('да 👨‍👩‍👧‍👦 нет', 8)).toBe('да…')
    expect(previewOf('й'.normalize('NFD').repeat(10), 6)).toBe(`${'й'.normalize('NFD').repeat(2)}…`)
    expect(previewOf('👨‍👩‍👧‍👦', 5)).toBe('…')
  })

  it('shows nothing of a number that a cut falls into', () => {
    for (let padding = 80; padding < 125; padding += 1) {
      const preview = previewOf(`${'а'.repeat(padding)} 4276380123456787 спасибо за помощь`)
      expect(preview.length).toBeLessThanOrEqual(120)
      expect(preview).not.toMatch(/\d{5}/)
    }
  })

  it('shows nothing of a number behind a long run that masking makes short', () => {
    const addresses = `${'a'.repeat(200)}@mail.ru `.repeat(21)
    for (let padding = 0; padding < 30; padding += 1) {
      expect(previewOf(`${addresses}${'б'.repeat(padding)} 4276380123456787`, 400)).not.toMatch(/\d{5}/)
    }
  })

  it('puts up with half characters', () => {
    expect(previewOf('\ud83d')).toBe('\ufffd')
    expect(previewOf('🙂🙂', 3)).toBe('🙂…')
  })
})
