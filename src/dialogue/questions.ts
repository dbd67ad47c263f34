import type { Examples } from '../core/content.ts'
import { READ_AT_MOST, wordsIn } from './words.ts'

/** Fewer words are no question of their own. */
const QUESTION_WORDS = 2

/**
 * Cuts a text that plainly holds several questions: after each question mark, and at what joins two («и
 * ещё»). A piece too short to be a question leaves the text whole.
 */
export function createSplit(also: Examples): (text: string) => readonly string[] {
  const joints = [...also.ru, ...also.en].map(wordsIn).filter((joint) => joint.length > 0)
  return (text) => {
    if (text.length > READ_AT_MOST) return [text]
    const pieces = text.split(/(?<=\?)/).flatMap((piece) => atJoints(piece, joints))
    const isEach = pieces.every((piece) => wordsIn(piece).length >= QUESTION_WORDS)
    return pieces.length > 1 && isEach ? pieces : [text]
  }
}

/** Parts a text at the words that join two questions. */
function atJoints(piece: string, joints: readonly (readonly string[])[]): readonly string[] {
  const words = piece.split(/\s+/).filter((word) => word !== '')
  const plain = words.map((word) => wordsIn(word).join(' '))
  const pieces: string[] = []
  let from = 0
  for (let at = 1; at < words.length; at += 1) {
    const joint = joints.find((parts) => parts.every((part, step) => plain[at + step] === part))
    if (joint === undefined) continue
    pieces.push(words.slice(from, at).join(' '))
    from = at + joint.length
  }
  return [...pieces, words.slice(from).join(' ')].filter((each) => each !== '')
}
