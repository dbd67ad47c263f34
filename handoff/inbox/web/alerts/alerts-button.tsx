import { ActionIcon, Tooltip } from '@mantine/core'
import { useSignal } from '../app/use-signal.ts'
import { BellIcon, BellOffIcon } from '../icons/icon.tsx'
import { notices } from '../notices/notices.ts'
import { useWords } from '../words/use-words.ts'
import { alertsPreference, turnAlertsOn } from './alerts.ts'

export function AlertsButton() {
  const { alerts } = useWords()
  const isOn = useSignal(alertsPreference) === 'on'
  async function toggle(): Promise<void> {
    if (isOn) alertsPreference.set('off')
    else if (!(await turnAlertsOn())) notices.tell({ tone: 'bad', text: alerts.denied })
  }
  const label = isOn ? alerts.on : alerts.off
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'blue' : 'gray'}
        size="lg"
        aria-label={label}
        aria-pressed={isOn}
        onClick={() => void toggle()}
      >
        {isOn ? <BellIcon /> : <BellOffIcon />}
      </ActionIcon>
    </Tooltip>
  )
}
