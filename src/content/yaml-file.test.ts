import { afterEach, describe, expect, it } from '@jest/globals'
import { dropFolder, exampleFolder } from './example-folder.ts'
import { parseYaml, type ReadYaml, readYamlFile } from './yaml-file.ts'

const places = (read: ReadYaml): readonly string[] =>
  read.ok ? [] : read.faults.map(({ line, column, code }) => `${line}:${column} ${code}`)

describe('parseYaml', () => {
  it.each([
    ['a tab in the indentation', 'a:\n\t- b\n', '2:1 YAML_TAB'],
    ['a field written twice', 'a: 1\nab: 2\nab: 3\n', '3:1 YAML_DUPLICATE_KEY'],
    ['a colon inside a text', 'a: Время: с утра', '1:4 YAML_COLON'],
    ['text after a closed quote', 'a: "Где" МФЦ', '1:10 YAML_AFTER_QUOTE'],
    ['a quote left open', 'a: "x', '1:6 YAML_UNCLOSED'],
    ['a bracket left open', 'a: [x', '1:6 YAML_UNCLOSED'],
    ['an item out of line', 'a:\n  - b\n - c', '3:1 YAML_INDENT'],
    ['a sign that cannot begin a text', 'a: @x', '1:4 YAML_START'],
    ['a backslash in double quotes', 'a: "x\\q"', '1:6 YAML_ESCAPE'],
    ['a tag that would run code', 'a: !!js/function x\n', '1:4 YAML_TAG'],
    ['a tag of an own making', 'a: !x b\n', '1:4 YAML_TAG'],
    ['an alias', 'a: &x [1]\nb: *x\n', '2:4 YAML_ALIAS'],
    ['an old YAML, where yes is true', '%YAML 1.1\n---\na: yes\n', '1:1 YAML_DIRECTIVE'],
    ['several documents', 'a: 1\n---\nb: 2', '2:1 YAML_SEVERAL'],
    ['__proto__', 'x:\n  __proto__: 1\n', '2:3 KEY_FORBIDDEN'],
    ['constructor in brackets', 'x: { constructor: 1 }\n', '1:6 KEY_FORBIDDEN'],
    ['a list as a name', '? [a]\n: b\n', '1:3 KEY_NOT_TEXT'],
    ['NUL', 'a: "x\u0000y"', '1:6 CHARACTER_FORBIDDEN'],
    ['a lone surrogate, escaped', 'a: "\\ud800"', '1:4 CHARACTER_FORBIDDEN'],
    ['a turn of the direction of writing', 'a: b\nc: x\u202ey', '2:5 CHARACTER_FORBIDDEN'],
    ['comments only', '# nothing yet\n', '1:1 FILE_EMPTY'],
    ['Windows line ends', 'a: b\r\nc: d: e\r\n', '2:4 YAML_COLON'],
  ])('tells of %s at its place', (_what, source, expected) => {
    expect(places(parseYaml('f.yaml', source))).toEqual([expected])
  })

  it('tells of several broken lines at once', () => {
    expect(places(parseYaml('f.yaml', 'a: 1\na: 2\nb: @x\n'))).toEqual([
      '2:1 YAML_DUPLICATE_KEY',
      '3:4 YAML_START',
    ])
  })

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['fields', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('survives a file of %s inside each other', (_what, source) => {
    expect(places(parseYaml('f.yaml', source))).toEqual([expect.stringMatching(/ YAML_DEEP$/)])
  })

  it('does not expand a bomb of aliases', () => {
    const levels = 'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
    expect(places(parseYaml('f.yaml', `a: &a [x]\n${levels.join('\n')}\n`))).toContain('2:8 YAML_ALIAS')
  })

  it('reads days, yes and no as text', () => {
    const read = parseYaml('f.yaml', 'day: 2026-12-31\nyes: no\n')
    expect(read.ok && read.file.data).toEqual({ day: '2026-12-31', yes: 'no' })
  })
})

describe('readYamlFile', () => {
  let folder = ''
  afterEach(() => dropFolder(folder))
  const readBytes = (bytes: Uint8Array): readonly string[] => {
    folder = exampleFolder({ 'faq/f.yaml': bytes })
    return places(readYamlFile(folder, 'faq/f.yaml'))
  }

  it('names the line that is not UTF-8', () => {
    expect(readBytes(Buffer.from('a: b\nb: \xff\n', 'latin1'))).toEqual(['2:1 FILE_ENCODING'])
  })

  it('does not read 10 MB', () => {
    expect(readBytes(Buffer.alloc(10 * 1024 * 1024, 'a'))).toEqual(['1:1 FILE_LARGE'])
  })

  it('calls an empty file empty', () => {
    expect(readBytes(new Uint8Array())).toEqual(['1:1 FILE_EMPTY'])
    expect(places(readYamlFile(folder, 'faq/none.yaml'))).toEqual(['1:1 FILE_MISSING'])
    expect(places(readYamlFile(folder, 'faq/tests'))).toEqual(['1:1 FILE_UNREADABLE'])
  })

  it('takes a byte order mark for none of the text', () => {
    folder = exampleFolder({ 'faq/f.yaml': '\ufeffa: b: c\n' })
    expect(places(readYamlFile(folder, 'faq/f.yaml'))).toEqual(['1:4 YAML_COLON'])
  })
})

describe('places', () => {
  const source = 'list:\n  - text: |\n      one {{x}}\n      two {{x}}\n    other:\n'
  const read = parseYaml('f.yaml', source)
  const found = read.ok ? read.file.places : undefined

  it('are those of values, names and pieces of text', () => {
    expect(found?.of(['list', 0, 'text'])).toEqual({ line: 2, column: 11 })
    expect(found?.ofKey(['list', 0, 'text'])).toEqual({ line: 2, column: 5 })
    expect(found?.ofPiece(['list', 0, 'text'], { text: '{{x}}', nth: 1 })).toEqual({ line: 4, column: 11 })
  })

  it('are those of the holder when a thing is missing', () => {
    expect(found?.of(['list', 0, 'absent'])).toEqual({ line: 2, column: 5 })
    expect(found?.ofPiece(['list', 0, 'text'], { text: 'absent' })).toEqual({ line: 2, column: 11 })
  })
})
