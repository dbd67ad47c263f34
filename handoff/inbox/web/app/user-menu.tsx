import { Popover, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { post } from '../api/call.ts'
import { sendKeyPreference } from '../dialogue/send-key-preference.ts'
import { ChevronIcon } from '../icons/icon.tsx'
import { endConnection } from '../live/use-live.ts'
import { OwnPasswordDialog } from '../login/own-password.tsx'
import { leave, useMe } from '../login/use-me.ts'
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
  const [isOpen, menu] = useDisclosure(false)
  const [isPasswordOpen, password] = useDisclosure(false)
  async function logout(): Promise<void> {
    try {
      await post('logout')
      endConnection()
      leave(client)
    } catch (error) {
      notices.tell({ tone: 'bad', text: explain(words, error) })
    }
  }
  return (
    <>
      <Popover
        position="bottom-end"
        width={312}
        shadow="md"
        radius="md"
        trapFocus
        opened={isOpen}
        onChange={menu.set}
      >
        <Popover.Target>
          <button
            type="button"
            className={classes['user']}
            aria-label={words.menu.label(me.name)}
            onClick={menu.toggle}
          >
            <span className={classes['avatar']} data-initials={initialsOf(me.name)} />
            <span className={classes['wide']}>{me.name}</span>
            <ChevronIcon size={14} />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes['menu']} aria-label={words.menu.label(me.name)}>
          <p className={classes['whoami']}>
            {me.login} · {words.roles[me.role]}
          </p>
          <Settings />
          <UnstyledButton
            className={classes['item']}
            onClick={() => {
              menu.close()
              password.open()
            }}
          >
            {words.menu.password}
          </UnstyledButton>
          <UnstyledButton className={classes['item']} onClick={() => void logout()}>
            {words.menu.logout}
          </UnstyledButton>
        </Popover.Dropdown>
      </Popover>
      <OwnPasswordDialog opened={isPasswordOpen} onClose={password.close} />
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
