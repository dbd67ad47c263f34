import { ActionIcon, Tooltip } from '@mantine/core'
import { AlertsButton } from '../alerts/alerts-button.tsx'
import { WindowIcon } from '../icons/icon.tsx'
import { ConnectionDot } from '../live/connection-dot.tsx'
import { useMe } from '../login/use-me.ts'
import { Link } from '../route/link.tsx'
import { HOME } from '../route/route.ts'
import { useRoute } from '../route/use-route.ts'
import { useWords } from '../words/use-words.ts'
import classes from './app.module.css'
import { UserMenu } from './user-menu.tsx'

export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const words = useWords()
  const me = useMe()
  const route = useRoute()
  const { navigation } = words
  const currentIf = (is: boolean) => (is ? 'page' : undefined)
  return (
    <header className={classes['header']}>
      <Link to={HOME} className={classes['brand']} aria-label={words.product}>
        <span className={classes['mark']}>
          <WindowIcon size={17} />
        </span>
        <span className={classes['product']}>{words.product}</span>
      </Link>
      {me.role === 'administrator' && (
        <nav aria-label={navigation.label} className={classes['nav']}>
          <Link to={HOME} aria-current={currentIf(route.page === 'inbox')}>
            {navigation.inbox}
          </Link>
          <Link to={{ page: 'operators' }} aria-current={currentIf(route.page === 'operators')}>
            {navigation.operators}
          </Link>
        </nav>
      )}
      <span className={classes['spring']} />
      <ConnectionDot />
      <AlertsButton />
      <Tooltip label={words.menu.keys}>
        <ActionIcon
          className={classes['wide']}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={words.menu.keys}
          aria-keyshortcuts="?"
          onClick={onHelp}
        >
          ?
        </ActionIcon>
      </Tooltip>
      <UserMenu />
    </header>
  )
}
