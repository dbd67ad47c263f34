import type { TicketSummary } from '../../protocol.ts'
import { createPreference } from '../app/preference.ts'
import { beep } from './beep.ts'

/** Sound and notification on a new ticket: off until somebody turns them on. */
export const alertsPreference = createPreference('alerts', ['off', 'on'])

/** Turns them on; says whether notifications are allowed, too. */
export async function turnAlertsOn(): Promise<boolean> {
  alertsPreference.set('on')
  beep()
  if (typeof Notification === 'undefined') return false
  return (await Notification.requestPermission()) === 'granted'
}

/** How long the tab that rings keeps the others from it, ms. */
const RUNG_MS = 2000

/** Rings once for all tabs of the browser. A lock screen is public: nothing the citizen wrote is told. */
export function ring(title: string, ticket: TicketSummary): void {
  if (alertsPreference.current() === 'off') return
  void navigator.locks.request(`okno-ring-${ticket.id}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    beep()
    if (typeof Notification !== 'undefined' && Notification.permission === 'granted') {
      const body = [ticket.number, ticket.topic].filter(Boolean).join(' · ')
      new Notification(title, { body, tag: `okno-${ticket.id}` }).addEventListener('click', () =>
        window.focus(),
      )
    }
    await new Promise((resolve) => setTimeout(resolve, RUNG_MS))
  })
}
