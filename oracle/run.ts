import { admissionComparisons, compareAdmission } from './admission/compare.ts'
import { keep, keptCases } from './kept.ts'
import { type Options, optionsOf, usage } from './options.ts'
import type { BoundsFor, Outcome } from './outcome.ts'
import { built, CannotGoOn } from './programs.ts'
import { sayEnd, sayOutcome } from './report.ts'
import { compareSnapshot, snapshotComparison } from './snapshot/compare.ts'
import { compareValues } from './values/compare.ts'
import type { ValueComparison } from './values/comparison.ts'
import { valueComparisons } from './values/index.ts'
import { startJudge } from './values/judge.ts'
import { versions } from './versions.ts'

const say = (line: string) => console.log(line)

async function run(options: Options): Promise<number> {
  const [values, admission] = [
    chosen(valueNames, 'values', options),
    chosen(admissionComparisons, 'admission', options),
  ]
  const snapshot = chosen([snapshotComparison], 'snapshot', options)
  if (values.length + admission.length + snapshot.length === 0) {
    throw new CannotGoOn(
      `nothing is called ${options.only}`,
      `--only values, admission, ${[...valueNames, ...admissionComparisons, snapshotComparison].join(', ')}`,
    )
  }
  say(`seed ${options.seed} (again: npm run oracle -- --seed ${options.seed})`)
  const needed = [
    ...valuePrograms(values),
    ...(admission.length > 0 ? needs.admission : []),
    ...(snapshot.length > 0 ? needs.snapshot : []),
  ]
  for (const program of needed) await built(program, say)

  const outcomes: Outcome[] = []
  const tell = (outcome: Outcome) => {
    say(sayOutcome(outcome))
    outcomes.push(outcome)
  }
  const boundsFor = sharing(options, values.length + admission.length)
  if (values.length > 0) await askValues(values, boundsFor, tell)
  if (admission.length > 0) await compareAdmission(admission, boundsFor, { line: say, outcome: tell })
  if (snapshot.length > 0) tell(await compareSnapshot(say))
  if (options.keep) await keepAll(outcomes)
  say(sayEnd(outcomes))
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0
}

const needs = {
  admission: ['etcd', 'kube-apiserver'],
  snapshot: ['etcd', 'kube-apiserver', 'kubectl'],
} as const
const valueNames = valueComparisons.map(({ asks }) => asks)

function chosen(names: readonly string[], all: string, { only }: Options): readonly string[] {
  return only === undefined || only === all ? names : names.filter((name) => name === only)
}

/** Each comparison has an equal part of the time that is left. */
function sharing({ seed, cases, seconds, show }: Options, comparisons: number): BoundsFor {
  const end = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000
  let left = comparisons
  return (usualCases, usualSeconds = Number.POSITIVE_INFINITY) => {
    const now = performance.now()
    const longest = seconds === undefined && cases === undefined ? usualSeconds * 1000 : Number.POSITIVE_INFINITY
    return { seed, show, cases: cases ?? usualCases, until: now + Math.min(longest, (end - now) / left--) }
  }
}

function programOf({ answeredBy }: ValueComparison): 'values' | 'monitoring' {
  return answeredBy ?? 'values'
}

function valuePrograms(names: readonly string[]): readonly ('values' | 'monitoring')[] {
  const asked = valueComparisons.filter(({ asks }) => names.includes(asks))
  return [...new Set(asked.map(programOf))]
}

async function askValues(names: readonly string[], boundsFor: BoundsFor, tell: (outcome: Outcome) => void) {
  for (const program of valuePrograms(names)) await askProgram(program, names, boundsFor, tell)
}

async function askProgram(
  program: 'values' | 'monitoring',
  names: readonly string[],
  boundsFor: BoundsFor,
  tell: (outcome: Outcome) => void,
) {
  const judge = startJudge(await built(program, say))
  const isMeant = (comparison: ValueComparison) => names.includes(comparison.asks) && programOf(comparison) === program
  try {
    for (const comparison of valueComparisons.filter(isMeant)) {
      const kept = (await keptCases(comparison.asks)).map(([, { asked }]) => asked)
      tell(await compareValues(comparison, judge, kept, boundsFor(comparison.cases, comparison.usualSeconds)))
    }
  } finally {
    judge.stop()
  }
}

function askedOf(comparison: string): string {
  const value = valueComparisons.find(({ asks }) => asks === comparison)
  if (value?.answeredBy === 'monitoring')
    return comparison === 'route' ? `alertmanager ${versions.alertmanager}` : `prometheus ${versions.prometheus}`
  return value ? `k8s.io/apimachinery ${versions.apimachinery}` : `kube-apiserver ${versions.kubernetes}`
}

async function keepAll(outcomes: readonly Outcome[]): Promise<void> {
  for (const { comparison, disagreements } of outcomes) {
    const by = askedOf(comparison)
    for (const { asked, theirs } of disagreements) say(`kept ${await keep(comparison, { asked, answer: theirs, by })}`)
  }
}

try {
  const options = optionsOf(process.argv.slice(2))
  if (options.help) say(usage)
  else process.exitCode = await run(options)
} catch (error) {
  if (!(error instanceof CannotGoOn)) throw error
  console.error(`oracle: ${error.message}\nnext: ${error.next}`)
  process.exitCode = 2
}
