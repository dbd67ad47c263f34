/**
 * What is told to the administrator. Fields are names, numbers and codes: a citizen's words, a token
 * and an error's free text have no place in a log.
 */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  /** Something is at fault that a person should look at. */
  alarm(event: string, fields?: LogFields): void
}

export interface LogFields {
  readonly [name: string]: string | number | boolean | undefined
}
