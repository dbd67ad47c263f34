import { Kbd, Modal, Text } from '@mantine/core'
import { useWords } from '../words/use-words.ts'
import { type CommandName, KEYS } from './commands.ts'
import classes from './keys.module.css'

interface HelpProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** All keys on one page. */
export function KeysHelp({ opened, onClose }: HelpProps) {
  const words = useWords()
  const { keys } = words
  const row = (name: CommandName) => ({ keys: KEYS[name], does: keys.commands[name] })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={keys.title}
      size="xl"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {keys.hint}
      </Text>
      <div className={classes['columns']}>
        <Group
          title={keys.queue}
          rows={[
            row('next'),
            row('previous'),
            { keys: ['Enter'], does: keys.open },
            row('takeNext'),
            row('search'),
          ]}
        />
        <Group
          title={keys.dialogue}
          rows={[
            row('claim'),
            row('answer'),
            row('note'),
            row('resolve'),
            row('release'),
            row('reopen'),
            row('context'),
          ]}
        />
        <Group
          title={keys.page}
          rows={[{ keys: ['Ctrl+Enter'], does: keys.send }, { keys: ['Esc'], does: keys.leave }, row('help')]}
        />
      </div>
    </Modal>
  )
}

interface GroupProps {
  readonly title: string
  readonly rows: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

function Group({ title, rows }: GroupProps) {
  return (
    <section>
      <h3 className={classes['title']}>{title}</h3>
      <dl className={classes['rows']}>
        {rows.map(({ keys, does }) => (
          <div key={does} className={classes['row']}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{ARROWS[key] ?? key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const ARROWS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' }
