import { afterEach, describe, expect, it } from '@jest/globals'
import { dropFolder, exampleFolder } from '../content/example-folder.ts'
import { contentCommand } from './content.ts'

let folder = ''
afterEach(() => dropFolder(folder))

function run(...args: string[]): { readonly code: number; readonly text: string } {
  let text = ''
  const write = (more: string) => {
    text += more
  }
  const code = contentCommand(args, {
    write,
    folder: () => folder,
    locale: 'en',
    now: Date.parse('2026-06-01T12:00:00Z'),
  })
  return { code, text }
}

describe('okno content', () => {
  it('exits with 0 for good content, 1 for broken, 2 for a call it does not know', () => {
    folder = exampleFolder()
    expect(run(folder)).toMatchObject({ code: 0, text: expect.stringMatching(/^The content is good/) })
    dropFolder(folder)
    folder = exampleFolder({ 'faq/facts.yaml': 'facts: 1\n' })
    expect(run(folder)).toMatchObject({ code: 1, text: expect.stringContaining('faq/facts.yaml:1:8  ') })
    expect(run('--shcema')).toMatchObject({ code: 2, text: expect.stringContaining('npm run content') })
    expect(run(folder, folder).code).toBe(2)
  })
})
