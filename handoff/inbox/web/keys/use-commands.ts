import { useEffect, useEffectEvent } from 'react'
import { type CommandName, commandOf } from './commands.ts'

export type Commands = Partial<Readonly<Record<CommandName, () => void>>>

const FIELDS = 'input, textarea, select, [contenteditable], [role="textbox"]'
/** Whatever lies over the page keeps its keys to itself. */
const OVERLAYS = '[role="dialog"], [role="menu"]'

/** Lets single keys give these commands, but never while somebody types or a dialog is open. */
export function useCommands(commands: Commands): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTaken(event)) return
    const name = commandOf(event)
    const command = name === undefined ? undefined : commands[name]
    if (command === undefined) return
    event.preventDefault()
    command()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function isTaken(event: KeyboardEvent): boolean {
  const { target } = event
  if (target instanceof Element && target.closest(FIELDS) !== null) return true
  return document.querySelector(OVERLAYS) !== null
}
