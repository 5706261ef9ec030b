// CODEOWNERS: which people or teams stand for which files. The last pattern that means a file decides.
// Source: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax

import { globMatches } from './glob.ts'

export interface CodeOwners {
  readonly rules: readonly { readonly pattern: string; readonly owners: readonly string[] }[]
  /** Lines that GitHub skips too, with the reason. */
  readonly skipped: readonly { readonly line: number; readonly says: string }[]
}

/** The rules of a CODEOWNERS file, in its order. */
export function codeOwnersOf(text: string): CodeOwners {
  const rules: { pattern: string; owners: readonly string[] }[] = []
  const skipped: { line: number; says: string }[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const [pattern, ...owners] = wordsOf(line)
    if (pattern === undefined) continue
    const fault = faultOf(pattern, owners)
    if (fault) skipped.push({ line: i + 1, says: fault })
    else rules.push({ pattern, owners })
  }
  return { rules, skipped }
}

/** The owners of a file below the root of the repository; none where no pattern means it or the last one names none. */
export function ownersOfFile({ rules }: CodeOwners, path: string): readonly string[] {
  return rules.findLast(({ pattern }) => globMatches(pattern, path))?.owners ?? []
}

// Words apart by blanks, a blank after a backslash belonging to its word; the rest after # is a comment.
function wordsOf(line: string): readonly string[] {
  const words: string[] = []
  for (const [word] of line.matchAll(/(?:\\.|[^\s\\]|\\$)+/gu)) {
    if (word.startsWith('#')) break
    words.push(word)
  }
  return words
}

function faultOf(pattern: string, owners: readonly string[]): string | undefined {
  if (pattern.startsWith('!')) return 'a pattern cannot be negated with !'
  if (/(^|[^\\])\[/.test(pattern)) return 'a pattern cannot hold a range [ ]'
  const stranger = owners.find((owner) => !/^(@[\w.-]+(\/[\w.-]+)?|[^\s@]+@[^\s@]+)$/.test(owner))
  return stranger === undefined ? undefined : `${stranger} is no @user, no @organization/team and no e-mail address`
}
