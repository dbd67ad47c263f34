import { Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api/call.ts'
import { sendKeyPreference } from '../dialogue/send-key-preference.ts'
import { ChevronIcon } from '../icons/icon.tsx'
import { endConnection } from '../live/use-live.ts'
import { OwnPasswordDialog } from '../login/own-password.tsx'
import { ME, useMe } from '../login/use-me.ts'
import { notices } from '../notices/notices.ts'
import { useWords } from '../words/use-words.ts'
import classes from './app.module.css'
import { explain } from './explain.ts'
import { LocaleSwitch } from './locale-switch.tsx'
import { useSignal } from './use-signal.ts'

/** Who one is, how the page looks and behaves, and the way out. */
export function UserMenu() {
  const words = useWords()
  const me = useMe()
  const client = useQueryClient()
  const [isPasswordOpen, setPasswordOpen] = useState(false)
  async function logout(): Promise<void> {
    try {
      await post('logout')
      endConnection()
      client.clear()
      client.setQueryData(ME, null)
    } catch (error) {
      notices.tell({ tone: 'bad', text: explain(words, error) })
    }
  }
  return (
    <>
      <Menu position="bottom-end" width={264} closeOnItemClick>
        <Menu.Target>
          <button type="button" className={classes['user']} aria-label={words.menu.label(me.name)}>
            <span className={classes['avatar']} aria-hidden>
              {initialsOf(me.name)}
            </span>
            <span className={classes['wide']}>{me.name}</span>
            <ChevronIcon size={14} />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes['menu']}>
          <Menu.Label>
            {me.login} · {words.roles[me.role]}
          </Menu.Label>
          <Settings />
          <Menu.Divider />
          <Menu.Item onClick={() => setPasswordOpen(true)}>{words.menu.password}</Menu.Item>
          <Menu.Item onClick={() => void logout()}>{words.menu.logout}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <OwnPasswordDialog opened={isPasswordOpen} onClose={() => setPasswordOpen(false)} />
    </>
  )
}

function Settings() {
  const { menu, language } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const sendKey = useSignal(sendKeyPreference)
  return (
    <div className={classes['settings']}>
      <span>{language}</span>
      <LocaleSwitch />
      <span>{menu.appearance}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={menu.appearance}
        data={[
          { value: 'auto', label: menu.auto },
          { value: 'light', label: menu.light },
          { value: 'dark', label: menu.dark },
        ]}
        value={colorScheme}
        onChange={setColorScheme}
      />
      <span>{menu.sending}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={menu.sending}
        data={[
          { value: 'enter', label: menu.enterSends },
          { value: 'control-enter', label: menu.controlEnterSends },
        ]}
        value={sendKey}
        onChange={sendKeyPreference.set}
      />
    </div>
  )
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase()
}
