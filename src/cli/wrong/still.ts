// Whether a few manifests still show a finding: read and judged as a folder that holds them would be, by the one question.

import { admitted } from '../../check/admission/admitted.ts'
import { askQuestion } from '../../check/ask.ts'
import { withBeside } from '../../check/beside/beside.ts'
import { isPromises } from '../../check/beside/is-promises.ts'
import type { Verdict } from '../../check/verdict.ts'
import { type World, worldOf } from '../../check/world.ts'
import { type ImportOptions, importManifests } from '../../estate/import.ts'
import { printManifests } from '../../kubernetes/print.ts'
import { readManifests } from '../../kubernetes/read.ts'
import type { Manifest } from '../../kubernetes/types.ts'

/** What makes a finding the same one: its id and word, the rules that do not hold, and where it matters their words. */
export interface Wanted {
  readonly id: string
  readonly verdict: Verdict['verdict']
  readonly rules: string
  readonly lines?: string
  /** What stands below those words: each thing named there is kept. */
  readonly rows?: string
  /** Objects that the API server refuses already; no other one may become so. */
  readonly refused?: ReadonlySet<string>
}

export interface Asked {
  /** The question, or what judges the kind of promise. */
  readonly ask: (world: World) => Iterable<Verdict>
  readonly asOf: string
  readonly options: ImportOptions
}

/** With its words, as long as names stay as they are. */
export function wantedOf(verdict: Verdict, id: string, refused: ReadonlySet<string>): Wanted {
  return {
    id,
    verdict: verdict.verdict,
    rules: rulesOf(verdict),
    lines: linesOf(verdict),
    rows: rowsOf(verdict),
    refused,
  }
}

function rulesOf({ because }: Verdict): string {
  return because
    .flatMap(({ rule, truth }) => (truth === true ? [] : [`${rule} ${truth}`]))
    .sort()
    .join()
}

function linesOf({ because }: Verdict): string {
  return because
    .flatMap(({ says, truth }) => (truth === true ? [] : [says.line]))
    .sort()
    .join('\n')
}

/** The verdict that is wanted, where these manifests give it. */
export function foundIn(manifests: readonly Manifest[], wanted: Wanted, asked: Asked): Verdict | undefined {
  const { manifests: read } = readManifests(printManifests(manifests), 'manifests.yaml')
  const files = read.filter(({ manifest }) => isPromises(manifest))
  const { estate } = importManifests(
    read.filter(({ manifest }) => !isPromises(manifest)),
    asked.options,
  )
  const { estates, promises, problems } = withBeside([estate], files)
  // What would be refused there shows nothing.
  if (problems.length > 0) return undefined
  const world = worldOf(estates, { asOf: asked.asOf, promises })
  for (const verdict of asked.ask(world))
    if (isWanted(verdict, wanted)) return refusesMore(world, wanted) ? undefined : verdict
  return undefined
}

function rowsOf({ because }: Verdict): string {
  return (
    because
      .flatMap(({ says, truth }) => (truth === true ? [] : (says.rows ?? []).map((row) => row.join(' '))))
      .sort()
      .join('\n')
      // Files and lines are others there.
      .replace(/\S+:\d+/g, 'a line')
  )
}

function isWanted(verdict: Verdict, { id, verdict: word, rules, lines, rows }: Wanted): boolean {
  if (verdict.id !== id || verdict.verdict !== word || rulesOf(verdict) !== rules) return false
  if (rows !== undefined && rowsOf(verdict) !== rows) return false
  return lines === undefined || linesOf(verdict) === lines
}

// Half an object shows many things that no cluster would.
function refusesMore(world: World, { refused }: Wanted): boolean {
  if (!refused) return false
  for (const { id, verdict } of askQuestion(admitted, world)) if (verdict === 'broken' && !refused.has(id)) return true
  return false
}
