// CODEOWNERS where GitHub looks for it; of several the first holds.
// Source: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-location

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOwnersOf, ownersOfFile } from '../../check/adopt/code-owners.ts'
import { withFileOwners } from '../../check/adopt/owners.ts'
import type { Report } from '../../check/report.ts'
import { foldersAbove, fromRoot, isOutside, type Repository } from './repository.ts'

const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
const mostBytes = 3 * 2 ** 20

/** The report with the owners of the files that decide; lines that GitHub skips are noted. */
export function withCodeOwners(report: Report, repository: Repository): Report {
  const found = codeOwnersFor(repository)
  if (!found) return report
  const { root, file, place } = found
  const text = textOf(file)
  if (text === undefined)
    return noted(report, [`${place} is larger than GitHub reads (3 MiB), or cannot be read: it names nobody`])
  const rules = codeOwnersOf(text)
  const known = new Map<string, readonly string[]>()
  const verdicts = withFileOwners(report.verdicts, (file) => {
    const owners = known.get(file) ?? ownersIn(rules, fromRoot(root, file))
    known.set(file, owners)
    return owners
  })
  return noted(
    { ...report, verdicts },
    rules.skipped.map(({ line, says }) => `${place}:${line} is skipped, as GitHub does: ${says}`),
  )
}

function ownersIn(rules: ReturnType<typeof codeOwnersOf>, path: string): readonly string[] {
  return isOutside(path) ? [] : ownersOfFile(rules, path)
}

interface Found {
  /** The folder that its patterns are from. */
  readonly root: string
  readonly file: string
  /** As it is named in messages. */
  readonly place: string
}

// That of the repository holds; where it has none, and outside of one, the nearest from what is judged upwards.
function codeOwnersFor({ root, folder, isGit, inRepository }: Repository): Found | undefined {
  const above = foldersAbove(folder)
  for (const from of isGit ? [root, ...above.slice(0, above.indexOf(root))] : above)
    for (const place of places) {
      const file = join(from, place)
      if (statSync(file, { throwIfNoEntry: false })?.isFile()) return { root: from, file, place: inRepository(file) }
    }
  return undefined
}

function textOf(path: string): string | undefined {
  try {
    return statSync(path).size > mostBytes ? undefined : readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function noted(report: Report, notes: readonly string[]): Report {
  return notes.length === 0
    ? report
    : { ...report, notes: [...report.notes, ...notes.map((says) => ({ is: 'note', says }) as const)] }
}
