/**
 * Why a message did not go out. Everything the sender decides hangs on which it is:
 *
 * - `rate`: too fast; try again after `retryAfterMs`.
 * - `unsent`: it surely never arrived (connection refused); try again as often as it takes.
 * - `unknown`: it may have arrived (time-out, reset, unreadable answer); one repeat at most, unless
 *   the platform knows the message by our key.
 * - `gone`: the citizen blocked the bot or left; nothing more can be sent there.
 * - `invalid`: the platform will never take this message.
 * - `auth`: our credentials are refused; the channel is at fault, not the message.
 */
export type SendFault =
  | { readonly kind: 'rate'; readonly retryAfterMs: number }
  | { readonly kind: 'unsent' | 'unknown' | 'gone' | 'invalid' | 'auth' }

export class SendError extends Error {
  override readonly name = 'SendError'
  readonly fault: SendFault

  /** `message` goes into logs and the dead letter: no token, no text of a citizen. */
  constructor(fault: SendFault, message: string) {
    super(message)
    this.fault = fault
  }
}
