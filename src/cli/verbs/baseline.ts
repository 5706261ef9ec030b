// `seaworthy baseline PATH --owner NAME --until DATE`: the findings that stand now, in a file that is reviewed like code.

import { existsSync, writeFileSync } from 'node:fs'
import { standing, withBaseline } from '../../check/adopt/baseline.ts'
import type { Report } from '../../check/report.ts'
import { byCodePoint } from '../../platform/order.ts'
import { baselineText } from '../adoption/baseline-file.ts'
import { baselineFor, newBaselineFor } from '../adoption/find-baseline.ts'
import { entryFor, printBaseline, pruned } from '../adoption/print-baseline.ts'
import { readBaseline } from '../adoption/read-baseline.ts'
import { repositoryOf } from '../adoption/repository.ts'
import { saidWith } from '../adoption/said-with.ts'
import { saidAgain } from '../again.ts'
import { judged } from '../judged.ts'
import { onePath } from '../one-path.ts'
import { day, flag, text } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import { Refusal } from '../refusal.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { waitsFor } from '../text/waiting-text.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

export const baseline = defineVerb({
  options: {
    owner: text('NAME', 'who answers for what stands'),
    until: day('the last day on which it is tolerated'),
    reason: text('TEXT', 'why it is tolerated'),
    file: text('FILE', 'where it is written (seaworthy-baseline.yaml beside what is judged)'),
    prune: flag('take out of the file what is solved, and change nothing else'),
    ...pathOptions,
  },
  about:
    'Writes what is broken now, and promises that are unknown, into a file: seaworthy check PATH then fails on what is new,\nworse or past its day. An existing file is never written over.',
  examples: ['seaworthy baseline ./k8s --owner platform --until 2027-03-31', 'seaworthy baseline ./k8s --prune'],

  async run(rest, given) {
    const path = onePath(rest, 'baseline')
    const report = await judged(path, { ...given, doing: `baseline ${path}` })
    const asked = { file: given.file, again: saidAgain(path, given) }
    const said = given.prune
      ? prune(report, path, asked)
      : adopt(report, path, { ...asked, entry: neededOf(given, path), toldWith: saidWith(given) })
    await write(said.map((line) => `${clean(line)}\n`).join(''))
    return report.unread.length > 0 ? 2 : 0
  },
})

interface Asked {
  readonly file?: string
  /** The path, and what was said beside it. */
  readonly again: string
}

interface Entry {
  readonly owner: string
  readonly until: string
  readonly reason: string
}

function neededOf({ owner, until, reason }: Partial<Entry>, path: string): Entry {
  if (owner?.trim() && until) return { owner, until, reason: reason ?? 'stood when Seaworthy came in' }
  throw new Refusal('a baseline needs an owner and a last day', {
    doing: `baseline ${path}`,
    next: `seaworthy baseline ${path} --owner NAME --until DATE`,
  })
}

function adopt(
  report: Report,
  path: string,
  { file, again, entry, toldWith }: Asked & { entry: Entry; toldWith: readonly string[] },
): readonly string[] {
  const doing = `baseline ${path}`
  const before = file ?? baselineFor(path, repositoryOf(path))
  if (before !== undefined && existsSync(before))
    throw new Refusal(`${before} stands already, and is never written over`, {
      doing,
      next: `seaworthy baseline ${again} --prune, or write what is new into it by hand`,
    })
  if (entry.until < report.asOf)
    throw new Refusal(`${entry.until} is over on ${report.asOf}`, { doing, next: 'name a later --until' })
  const target = file ?? newBaselineFor(path)
  const found = standing(report.verdicts)
  writeNew(
    target,
    printBaseline(
      found.map((verdict) => entryFor(verdict, entry)),
      toldWith,
    ),
    doing,
  )
  return [
    `${target}: ${count(found.length, 'finding')}, tolerated for ${entry.owner} until ${entry.until}`,
    ...(report.unread.length > 0
      ? [
          `${count(report.unread.length, 'place')} could not be read, which no baseline tolerates: seaworthy check ${again}`,
        ]
      : []),
    ...waiting(report),
    `next: commit it; seaworthy check ${again}${file === undefined ? '' : ` --baseline ${file}`} fails on what is new`,
  ]
}

// Once somebody says it, more may be found, and none of that is tolerated by this file.
function waiting({ verdicts }: Report): readonly string[] {
  const groups = Map.groupBy(
    verdicts.filter(({ verdict, kind }) => verdict === 'unknown' && kind === 'question'),
    waitsFor,
  )
  return [...groups]
    .flatMap(([what, { length }]) =>
      what === undefined
        ? []
        : [
            `${count(length, 'verdict')} ${length === 1 ? 'waits' : 'wait'} for ${what}, and ${length === 1 ? 'is' : 'are'} not in this file`,
          ],
    )
    .sort(byCodePoint)
}

function prune(report: Report, path: string, { file: named, again }: Asked): readonly string[] {
  const file = named ?? baselineFor(path, repositoryOf(path))
  const doing = `baseline ${path} --prune`
  if (file === undefined)
    throw new Refusal('there is no baseline', { doing, next: `seaworthy baseline ${again} --owner NAME --until DATE` })
  const text = baselineText(file)
  const { entries } = readBaseline(text, file)
  // What could not be read may still hold what an entry tolerates.
  if (report.unread.length > 0)
    throw new Refusal(`${count(report.unread.length, 'place')} could not be read, so what is solved is not known`, {
      doing,
      next: `seaworthy check ${again}`,
    })
  const { solved, unjudged } = withBaseline(report, entries)
  const kept = unjudged.map(({ id }) => `can no longer be judged, and is kept: ${id}`)
  if (solved.length === 0) return [...kept, `${file}: nothing is solved, ${count(entries.length, 'finding')} left`]
  writeFileSync(file, pruned(text, entries, new Set(solved.map(({ id }) => id))))
  return [
    ...solved.map(({ id }) => `solved: ${id}`),
    ...kept,
    `${file}: ${count(entries.length - solved.length, 'finding')} left`,
  ]
}

function writeNew(file: string, text: string, doing: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    throw new Refusal(`${file} cannot be written: ${because}`, { doing, next: 'name another place: --file FILE' })
  }
}
