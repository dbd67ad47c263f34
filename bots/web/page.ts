import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express from 'express'
import { LOCALES, type Locale, type Localized } from '../../src/core/locale.ts'

const FOLDER = join(import.meta.dirname, 'page')

/** `GET /`: what a citizen sees, and how a site takes the chat over. */
export async function createPage(title: Localized): Promise<express.Router> {
  const router = express.Router()
  const pages = {
    ru: await readFile(join(FOLDER, 'ru.html'), 'utf8'),
    en: await readFile(join(FOLDER, 'en.html'), 'utf8'),
  }
  const style = await readFile(join(FOLDER, 'page.css'))

  router.get('/', (request, response) => {
    const locale =
      asked(request.query['lang']) ?? (request.acceptsLanguages('ru', 'en') === 'en' ? 'en' : 'ru')
    const values = { title: title[locale], origin: `${request.protocol}://${request.host}` }
    response.vary('Accept-Language')
    response.set('Cache-Control', 'no-cache')
    response.type('html').send(fill(pages[locale], values))
  })
  router.get('/page.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=300')
    response.type('css').send(style)
  })
  return router
}

function asked(lang: unknown): Locale | undefined {
  return LOCALES.find((locale) => locale === lang)
}

function fill(html: string, values: Readonly<Record<'title' | 'origin', string>>): string {
  return html.replaceAll('{{title}}', escaped(values.title)).replaceAll('{{origin}}', escaped(values.origin))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The host is the browser's word, so it is no more than text. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
