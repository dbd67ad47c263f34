/** The forms that Russian tells apart; English uses `one` and `other`. */
export interface Forms {
  readonly one: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** «3 диалога»: the number in the locale's digits with the form of the word that belongs to it. */
export function pluralIn(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale)
  const digits = new Intl.NumberFormat(locale)
  return (count, forms) => {
    const rule = rules.select(count)
    const form = rule === 'one' || rule === 'few' || rule === 'many' ? forms[rule] : undefined
    return `${digits.format(count)} ${form ?? forms.other}`
  }
}
