// CODEOWNERS where GitHub looks for it; of several the first holds.
// Source: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-location

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOwnersOf, ownersOfFile } from '../../check/adopt/code-owners.ts'
import { withFileOwners } from '../../check/adopt/owners.ts'
import type { Report } from '../../check/report.ts'
import type { Repository } from './repository.ts'

const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
const mostBytes = 3 * 2 ** 20

/** The report with the owners of the files that decide; lines that GitHub skips are noted. */
export function withCodeOwners(report: Report, { root, inRepository }: Repository): Report {
  const place = places.find((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile())
  if (place === undefined) return report
  const text = textOf(join(root, place))
  if (text === undefined)
    return noted(report, [`${place} is larger than GitHub reads (3 MiB), or cannot be read: it names nobody`])
  const rules = codeOwnersOf(text)
  const known = new Map<string, readonly string[]>()
  const verdicts = withFileOwners(report.verdicts, (file) => {
    const owners = known.get(file) ?? ownersIn(rules, inRepository(file))
    known.set(file, owners)
    return owners
  })
  return noted(
    { ...report, verdicts },
    rules.skipped.map(({ line, says }) => `${place}:${line} is skipped, as GitHub does: ${says}`),
  )
}

function ownersIn(rules: ReturnType<typeof codeOwnersOf>, path: string | undefined): readonly string[] {
  return path === undefined ? [] : ownersOfFile(rules, path)
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
