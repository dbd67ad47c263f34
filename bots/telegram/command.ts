export interface Command {
  readonly command: string
  readonly rest: string
}

/** `/start payload`, `/help@our_bot`: the command without its slash, lower-case, and what follows it. */
const COMMAND = /^\/([A-Za-z0-9_]{1,32})(?:@\w{1,64})?(?:\s([\s\S]*))?$/

export function commandOf(text: string): Command | undefined {
  const [, command, rest = ''] = COMMAND.exec(text) ?? []
  return command === undefined ? undefined : { command: command.toLowerCase(), rest: rest.trim() }
}
