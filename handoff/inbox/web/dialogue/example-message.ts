import type { DialogueMessage } from '../../protocol.ts'

/** An example for tests: a text of the citizen. */
export function message(differs: Partial<DialogueMessage>): DialogueMessage {
  return {
    seq: 1,
    at: 0,
    author: 'citizen',
    operatorName: undefined,
    text: 'Здравствуйте',
    choices: [],
    kind: 'text',
    files: [],
    delivery: undefined,
    ...differs,
  }
}
