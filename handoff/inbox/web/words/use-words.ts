import { createContext, useContext } from 'react'
import { en } from './en.ts'
import { ru, type Words } from './ru.ts'

export type WordsLocale = 'ru' | 'en'

export const WORDS: Readonly<Record<WordsLocale, Words>> = { ru, en }

export const WordsContext = createContext<Words>(ru)

export function useWords(): Words {
  return useContext(WordsContext)
}
