import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { OperatorRow } from '../../protocol.ts'
import { serverClock } from '../live/server-clock.ts'
import { useMe } from '../login/use-me.ts'
import type { Words } from '../words/ru.ts'
import { useWords } from '../words/use-words.ts'
import classes from './operators.module.css'
import { type Invited, useReset, useSwitch } from './use-operators.ts'

interface OperatorListProps {
  readonly operators: readonly OperatorRow[]
  readonly onInvited: (invited: Invited) => void
}

/** What is about to be done to somebody, and wants a second look. */
interface Asked {
  readonly what: 'disable' | 'reset'
  readonly operator: OperatorRow
}

export function OperatorList({ operators, onInvited }: OperatorListProps) {
  const { operators: words } = useWords()
  const [asked, setAsked] = useState<Asked>()
  const switching = useSwitch()
  const resetting = useReset(onInvited)
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.lastSeen}</th>
            <th scope="col">
              <span className={classes['hidden']}>{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {operators.map((operator) => (
            <Row
              key={operator.id}
              operator={operator}
              isBusy={switching.isPending && switching.variables.id === operator.id}
              onEnable={() => switching.mutate(operator)}
              onAsk={(what) => setAsked({ what, operator })}
            />
          ))}
        </tbody>
      </table>
      <Confirmation
        asked={asked}
        onCancel={() => setAsked(undefined)}
        onConfirm={({ what, operator }) => {
          setAsked(undefined)
          if (what === 'disable') switching.mutate(operator)
          else resetting.mutate(operator.id)
        }}
      />
    </>
  )
}

interface RowProps {
  readonly operator: OperatorRow
  readonly isBusy: boolean
  readonly onEnable: () => void
  readonly onAsk: (what: Asked['what']) => void
}

function Row({ operator, isBusy, onEnable, onAsk }: RowProps) {
  const words = useWords()
  const me = useMe()
  const { operators, times } = words
  const isMe = operator.id === me.id
  const seen = operator.lastSeenAt
  return (
    <tr data-disabled={operator.disabled}>
      <td>
        <span className={classes['name']}>
          {operator.name} {isMe && <span className={classes['you']}>{operators.you}</span>}
        </span>
        <span className={classes['login']}>{operator.login}</span>
      </td>
      <td data-label={operators.role}>{words.roles[operator.role]}</td>
      <td data-label={operators.state}>
        <span className={classes['state']} data-state={stateOf(operator)}>
          {operators[stateOf(operator)]}
        </span>
      </td>
      <td data-label={operators.lastSeen}>
        {seen === undefined ? operators.never : times.brief(seen, serverClock.now())}
      </td>
      <td>
        <Group gap="xs" justify="flex-end" wrap="nowrap" className={classes['actions']}>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('reset')}>
            {operators.reset}
          </Button>
          {!isMe && (
            <Button
              size="compact-sm"
              variant="default"
              loading={isBusy}
              onClick={() => (operator.disabled ? onEnable() : onAsk('disable'))}
            >
              {operator.disabled ? operators.enable : operators.disable}
            </Button>
          )}
        </Group>
      </td>
    </tr>
  )
}

function stateOf({ disabled, active }: OperatorRow): 'disabled' | 'active' | 'invited' {
  if (disabled) return 'disabled'
  return active ? 'active' : 'invited'
}

interface ConfirmationProps {
  readonly asked: Asked | undefined
  readonly onCancel: () => void
  readonly onConfirm: (asked: Asked) => void
}

function Confirmation({ asked, onCancel, onConfirm }: ConfirmationProps) {
  const words = useWords()
  const text = asked && textsOf(words, asked)
  return (
    <Modal opened={asked !== undefined} onClose={onCancel} title={text?.title} withCloseButton={false}>
      <Text size="sm">{text?.hint}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {words.cancel}
        </Button>
        <Button color="red.9" onClick={() => asked && onConfirm(asked)}>
          {text?.act}
        </Button>
      </Group>
    </Modal>
  )
}

function textsOf({ operators: words }: Words, { what, operator: { name } }: Asked) {
  return what === 'disable'
    ? { title: words.disableTitle(name), hint: words.disableHint, act: words.disable }
    : { title: words.resetTitle(name), hint: words.resetHint, act: words.reset }
}
