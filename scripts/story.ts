// Two runs of one platform side by side: as its document stands, and as it was amended.

import { rows, wrap } from '../src/cli/text/wrap.ts'

/** What `seaworthy check --format json` prints, as far as the story reads it. */
export interface Run {
  readonly title: string
  readonly counts: { readonly clusters: number; readonly nodes: number; readonly objects: number }
  readonly summary: readonly { readonly causes: number; readonly [word: string]: number | string }[]
  readonly verdicts: readonly Told[]
}

interface Told {
  readonly id: string
  readonly kind: string
  readonly verdict: 'kept' | 'broken' | 'assumed' | 'unknown'
  readonly says: string
  readonly because: readonly { readonly rule: string; readonly truth?: boolean; readonly says: string }[]
  readonly assumes: readonly object[]
}

/** One matter of the story: what happens, and which reason of which verdict tells it in each run. */
export interface Chapter {
  readonly when: string
  readonly asWritten: Teller
  readonly amended: Teller
}

type Teller = readonly [verdict: string, rule: string]

const signs = { kept: '✓', broken: '✗', assumed: '~', unknown: '?' } as const

/** One screen. Throws where a chapter tells of a verdict that is not there. */
export function storyOf(asWritten: Run, amended: Run, chapters: readonly Chapter[], width: number): readonly string[] {
  return [
    ...rows(
      [
        ['', `${'as written'.padEnd(28)}amended`],
        ['clusters, nodes', both(asWritten, amended, ({ counts }) => `${counts.clusters}, ${counts.nodes}`)],
        ['objects', both(asWritten, amended, ({ counts }) => `${counts.objects}`)],
        [`${signs.broken} broken`, both(asWritten, amended, brokenWords)],
        [`${signs.unknown} unknown`, both(asWritten, amended, (run) => `${of(run, 'unknown')}`)],
        [`${signs.assumed} assumed`, both(asWritten, amended, assumedWords)],
        [`${signs.kept} kept`, both(asWritten, amended, (run) => `${of(run, 'kept')}`)],
      ],
      '  ',
      width,
    ),
    ...chapters.flatMap(({ when, asWritten: was, amended: is }) => [
      '',
      when,
      ...told(asWritten, was, width),
      ...told(amended, is, width),
    ]),
  ]
}

/** What each of them takes: label, as written, as amended. */
export function takenLines(taken: readonly (readonly [string, string, string])[], width: number): readonly string[] {
  const lines = taken.map(([label, was, is]) => [label, `${was.padEnd(28)} ${is}`] as const)
  return rows(lines, '  ', width)
}

function both(asWritten: Run, amended: Run, words: (run: Run) => string): string {
  return `${words(asWritten).padEnd(28)}${words(amended)}`
}

function of({ verdicts }: Run, word: Told['verdict']): number {
  return verdicts.filter(({ verdict }) => verdict === word).length
}

function brokenWords(run: Run): string {
  const broken = of(run, 'broken')
  const causes = run.summary.reduce((sum, place) => sum + place.causes, 0)
  return broken === 0 ? '0' : `${broken}, from ${causes} causes`
}

function assumedWords(run: Run): string {
  const assumptions = new Set(run.verdicts.flatMap(({ assumes }) => assumes.map((one) => JSON.stringify(one))))
  return `${of(run, 'assumed')}, on ${assumptions.size} assumptions`
}

function told({ title, verdicts }: Run, [id, rule]: Teller, width: number): readonly string[] {
  const verdict = verdicts.find((one) => one.id === id)
  const reason = verdict?.because.find((one) => one.rule === rule)
  if (!verdict || !reason) throw new Error(`${title} has no ${rule} of ${id} to tell`)
  return wrap(`  ${signs[verdict.verdict]} ${reason.says}`, width, '    ')
}
