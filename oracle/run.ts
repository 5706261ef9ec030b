import { tryFaults } from './faults.ts'
import { keep } from './kept.ts'
import { type Options, optionsOf, usage } from './options.ts'
import type { BoundsFor, Outcome } from './outcome.ts'
import { built, CannotGoOn } from './programs.ts'
import { sayEnd, sayOutcome } from './report.ts'
import type { Suite } from './suite.ts'
import { suites } from './suites.ts'

const say = (line: string) => console.log(line)

interface Chosen {
  readonly suite: Suite
  readonly names: readonly string[]
}

async function run(options: Options): Promise<number> {
  const chosen = chosenOf(options)
  say(`seed ${options.seed} (again: npm run oracle -- --seed ${options.seed})`)
  for (const { suite, names } of chosen) for (const program of suite.needs(names)) await built(program, say)

  const outcomes: Outcome[] = []
  const outcome = (one: Outcome) => {
    say(sayOutcome(one))
    outcomes.push(one)
  }
  const boundsFor = sharing(options, chosen.flatMap(({ names }) => names).length)
  for (const { suite, names } of chosen) await suite.ask(names, boundsFor, { line: say, outcome })
  if (options.keep) await keepAll(outcomes)
  say(sayEnd(outcomes, options.seed))
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0
}

function chosenOf({ only }: Options): readonly Chosen[] {
  const chosen = suites
    .map((suite) => ({
      suite,
      names: suite.comparisons.filter((name) => only === undefined || only === suite.name || only === name),
    }))
    .filter(({ names }) => names.length > 0)
  if (chosen.length > 0) return chosen
  const all = suites.flatMap(({ name, comparisons }) => [name, ...comparisons])
  throw new CannotGoOn(`nothing is called ${only}`, `--only ${[...new Set(all)].join(', ')}`)
}

/** Each comparison has an equal part of the time that is left. */
function sharing({ seed, cases, seconds, show, isFirstEnough }: Options, comparisons: number): BoundsFor {
  const end = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000
  let left = comparisons
  return (usualCases, usualSeconds = Number.POSITIVE_INFINITY) => {
    const now = performance.now()
    const longest = seconds === undefined && cases === undefined ? usualSeconds * 1000 : Number.POSITIVE_INFINITY
    return {
      seed,
      show,
      isFirstEnough,
      cases: cases ?? usualCases,
      until: now + Math.min(longest, (end - now) / left--),
    }
  }
}

async function keepAll(outcomes: readonly Outcome[]): Promise<void> {
  for (const { comparison, disagreements } of outcomes) {
    const by = suites.find(({ comparisons }) => comparisons.includes(comparison))?.answeredBy(comparison) ?? ''
    for (const { asked, theirs } of disagreements) say(`kept ${await keep(comparison, { asked, answer: theirs, by })}`)
  }
}

try {
  const options = optionsOf(process.argv.slice(2))
  if (options.help) say(usage)
  else if (options.faults) process.exitCode = (await tryFaults(options, say)) > 0 ? 1 : 0
  else process.exitCode = await run(options)
} catch (error) {
  if (!(error instanceof CannotGoOn)) throw error
  console.error(`oracle: ${error.message}\nnext: ${error.next}`)
  process.exitCode = 2
}
