import { createSignal } from '../app/signal.ts'

/** Something that happened and needs no answer. It goes by itself. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'good' | 'bad'
  readonly action?: { readonly label: string; readonly run: () => void }
}

const SHOWN_MS = { good: 6000, bad: 12_000 }

const shown = createSignal<readonly Notice[]>([])
let last = 0

export const notices = {
  current: shown.current,
  subscribe: shown.subscribe,
  tell(notice: Omit<Notice, 'id'>): void {
    last += 1
    const id = last
    const others = shown.current().filter(({ text }) => text !== notice.text)
    shown.set([...others.slice(-2), { ...notice, id }])
    setTimeout(() => notices.dismiss(id), SHOWN_MS[notice.tone])
  },
  dismiss(id: number): void {
    shown.set(shown.current().filter((notice) => notice.id !== id))
  },
}
