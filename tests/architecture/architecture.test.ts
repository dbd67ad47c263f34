import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { importsOf, isBrowserCode, isTest, productFiles, ROOT } from './imports.ts'
import { RULES } from './rules.ts'

const files = productFiles().filter((file) => !isTest(file) && !isBrowserCode(file))

describe('the architecture', () => {
  it('has a rule for every file', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(files.filter((file) => !RULES.some(({ of }) => of.test(file)))).toEqual([])
  })

  it('lets a file import only what its folder may see', () => {
    const broken = files.flatMap((file) => {
      const rule = RULES.find(({ of }) => of.test(file))
      if (rule === undefined) return []
      const allowed = (isOurs: boolean) => (isOurs ? rule.sees : rule.packages)
      return importsOf(file)
        .filter(({ to, isOurs }) => !allowed(isOurs).some((pattern) => pattern.test(to)))
        .map(({ to }) => `${file} imports ${to}: ${rule.instead}`)
    })
    expect(broken).toEqual([])
  })

  it('has no circles, types included', () => {
    expect(circles()).toEqual([])
  })

  it('imports no test from the product', () => {
    const broken = productFiles()
      .filter((file) => !isTest(file))
      .flatMap((file) => importsOf(file))
      .filter(({ to, isOurs }) => isOurs && (to.startsWith('tests/') || isTest(to)))
    expect(broken).toEqual([])
  })

  it('takes time, chance and the environment from the edges only', () => {
    const edges = ['src/cli/run.ts', 'src/main.ts']
    const taken = /\b(Date\.now|Math\.random|process\.env|new Date\(\))/
    const broken = files.filter((file) => !edges.includes(file)).filter((file) => taken.test(sourceOf(file)))
    expect(broken).toEqual([])
  })

  it('keeps SQL in the store', () => {
    const written = /\b(select|insert into|update|delete from)\s+[a-z_]+\s+(from|set|values|where)\b/i
    const broken = files
      .filter((file) => !file.startsWith('src/store/'))
      .filter((file) => written.test(sourceOf(file)))
    expect(broken).toEqual([])
  })
})

/** Without its comments, which may speak of what the code may not do. */
function sourceOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}

/** Depth first; a file met again on its own way closes a circle. */
function circles(): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const way: string[] = []
  function visit(file: string): void {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' → '))
      return
    }
    if (done.has(file) || !files.includes(file)) return
    way.push(file)
    for (const { to, isOurs } of importsOf(file)) if (isOurs) visit(to)
    way.pop()
    done.add(file)
  }
  for (const file of files) visit(file)
  return found
}
