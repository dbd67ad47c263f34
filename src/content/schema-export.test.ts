import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { exportSchemas } from './schema-export.ts'

const folder = new URL('../../docs/schema/', import.meta.url)

describe('the schemas in docs/schema', () => {
  const schemas = exportSchemas()

  it.each([...schemas])('%s is what the code says (else: npm run content -- --schema)', (name, text) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text)
  })

  it('are all there, and no others', () => {
    expect(new Set(readdirSync(folder))).toEqual(new Set(schemas.keys()))
  })

  it('tell editors of limits that only the lint enforces', () => {
    const topics: unknown = JSON.parse(schemas.get('topics.schema.json') ?? '')
    expect(topics).toHaveProperty('properties.topics.items.properties.title.properties.ru.maxLength', 60)
    expect(topics).toHaveProperty('properties.topics.items.properties.examples.properties.en.minItems', 3)
  })
})
