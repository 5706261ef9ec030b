import { compareAdmission } from './admission/compare.ts'
import { keep } from './kept.ts'
import { type Options, optionsOf, usage } from './options.ts'
import type { Outcome } from './outcome.ts'
import { built, CannotGoOn } from './programs.ts'
import { sayEnd, sayOutcome } from './report.ts'
import { compareValues } from './values/compare.ts'
import { valueComparisons } from './values/index.ts'
import { startJudge } from './values/judge.ts'
import { versions } from './versions.ts'

const admissionCases = 8_000
const say = (line: string) => console.log(line)

async function run(options: Options): Promise<number> {
  say(`seed ${options.seed} (again: npm run oracle -- --seed ${options.seed})`)
  const outcomes = [...(await values(options)), ...(await admission(options))]
  for (const { comparison, disagreements } of outcomes) {
    for (const { asked, theirs } of options.keep ? disagreements : []) {
      say(
        `kept ${await keep(comparison, { asked, answer: theirs, by: `k8s.io/apimachinery ${versions.apimachinery}` })}`,
      )
    }
  }
  say(sayEnd(outcomes))
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0
}

async function values({ seed, cases, seconds, only, show }: Options): Promise<readonly Outcome[]> {
  const chosen = valueComparisons.filter(({ asks }) => only === undefined || only === 'values' || only === asks)
  if (chosen.length === 0) return []

  const program = await built('values', say)
  const judge = startJudge(program)
  const until = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000
  const outcomes: Outcome[] = []
  try {
    for (const comparison of chosen) {
      const outcome = await compareValues(comparison, judge, { seed, cases: cases ?? comparison.cases, until, show })
      say(sayOutcome(outcome))
      outcomes.push(outcome)
    }
  } finally {
    judge.stop()
  }
  return outcomes
}

async function admission({ seed, cases, seconds, only, show }: Options): Promise<readonly Outcome[]> {
  if (only !== undefined && only !== 'admission') return []
  const until = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000
  const outcomes = await compareAdmission({ seed, cases: cases ?? admissionCases, until, show }, say)
  for (const outcome of outcomes) say(sayOutcome(outcome))
  return outcomes
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
