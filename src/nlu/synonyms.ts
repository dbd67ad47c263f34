import { normalize } from './normalize.ts'
import { stemOf, wordsOf } from './tokens.ts'

/** Finds the members of synonym groups among stems; a member may have several words. */
export interface Synonyms {
  /** The numbers of the groups that occur, in order of occurrence. */
  groupsIn(stems: readonly string[]): readonly number[]
  /** A word that names the group to a reader: its first member. */
  nameOf(group: number): string
}

interface Member {
  readonly stems: readonly string[]
  readonly group: number
}

export function createSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const byFirstStem = new Map<string, Member[]>()
  for (const [group, members] of groups.entries()) {
    for (const text of members) {
      const stems = wordsOf(normalize(text)).map(stemOf)
      const first = stems[0]
      if (first === undefined) continue
      byFirstStem.set(first, [...(byFirstStem.get(first) ?? []), { stems, group }])
    }
  }
  return {
    groupsIn: (stems) =>
      stems.flatMap((stem, at) =>
        (byFirstStem.get(stem) ?? []).filter((member) => occursAt(stems, at, member)).map((m) => m.group),
      ),
    nameOf: (group) => groups[group]?.[0] ?? '',
  }
}

function occursAt(stems: readonly string[], at: number, member: Member): boolean {
  return member.stems.every((stem, offset) => stems[at + offset] === stem)
}
