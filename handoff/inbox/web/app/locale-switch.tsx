import { SegmentedControl } from '@mantine/core'
import { useWords, type WordsLocale } from '../words/use-words.ts'
import { useLocale } from './use-locale.ts'

const CHOICES: readonly { readonly value: WordsLocale; readonly label: string }[] = [
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
]

export function LocaleSwitch() {
  const words = useWords()
  const { locale, change } = useLocale()
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={words.language}
      data={CHOICES.map((choice) => ({ ...choice }))}
      value={locale}
      onChange={(value) => change(value === 'en' ? 'en' : 'ru')}
    />
  )
}
