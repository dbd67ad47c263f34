import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface Import {
  readonly from: string
  /** A path of ours, or a package's name as it was written. */
  readonly to: string
  readonly isOurs: boolean
}

/** Every TypeScript file of the product, by its path from the root; tests and the widget are not among them. */
export function productFiles(): readonly string[] {
  return ['src', 'bots', 'handoff']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f)),
    )
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
}

export const isTest = (file: string): boolean => /\.test\.ts$|\/(harness|example-folder)\.ts$/.test(file)
export const isBrowserCode = (file: string): boolean =>
  ['bots/web/widget/', 'bots/web/page/', 'handoff/inbox/web/'].some((folder) => file.startsWith(folder))

const STATEMENT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

/** What a file imports, types included. */
export function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  return [...source.matchAll(STATEMENT)].map((match) => {
    const written = match[1] ?? match[2] ?? match[3] ?? ''
    const isOurs = written.startsWith('.')
    const to = isOurs
      ? relative(ROOT, normalize(join(ROOT, dirname(file), written)))
          .split(sep)
          .join('/')
      : written
    return { from: file, to, isOurs }
  })
}
