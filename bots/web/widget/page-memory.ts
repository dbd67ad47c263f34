/** What lasts while the citizen walks through the site in one tab: an unsent draft, whether the panel is open. */
export interface PageMemory {
  get(name: 'draft' | 'panel'): string | undefined
  set(name: 'draft' | 'panel', value: string | undefined): void
}

export function openPageMemory(open: () => Storage): PageMemory {
  // Where the browser keeps nothing, every access throws, and there is nothing to remember.
  return {
    get(name) {
      try {
        return open().getItem(`okno.${name}`) ?? undefined
      } catch {
        return undefined
      }
    },
    set(name, value) {
      try {
        if (value === undefined) open().removeItem(`okno.${name}`)
        else open().setItem(`okno.${name}`, value)
      } catch {
        // The banner says that nothing is kept.
      }
    },
  }
}
