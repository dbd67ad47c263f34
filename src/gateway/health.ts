import type { Admission } from './admission.ts'

/** What keeps the gateway from serving right now, for whoever runs it; empty when it is ready. */
export type Health = () => readonly string[]

/** Broken content is an alarm and no reason to take no more messages: the last good one serves. */
export function createHealth(admission: Admission, isStopping: () => boolean): Health {
  return () => {
    if (isStopping()) return ['stopping']
    if (admission.backlogAge() === undefined) return ['database does not answer']
    return admission.overloaded() ? ['behind: messages wait for more than 5 s'] : []
  }
}
