import { parseArgs } from 'node:util'
import { CannotGoOn } from './programs.ts'

export interface Options {
  readonly seed: number
  /** Cases of each comparison; undefined: each has its own number. */
  readonly cases?: number
  /** The whole of comparing, building not counted. */
  readonly seconds?: number
  readonly only?: string
  /** Disagreements of each comparison that are made small and shown. */
  readonly show: number
  /** Writes each disagreement that is shown as a case to be kept. */
  readonly keep: boolean
  /** A comparison ends with its first disagreement. */
  readonly isFirstEnough: boolean
  /** Tries the deliberate faults instead, each of which must be noticed. */
  readonly faults: boolean
  readonly help: boolean
}

export const usage = `npm run oracle -- [options]

Asks real Kubernetes the questions that Seaworthy answers, with random inputs, and shows where they differ.

  --seed N      repeat a run (without it: a fresh seed, printed)
  --cases N     cases of each comparison (a case of pods is a namespace)
  --seconds N   stop comparing after so long
  --only NAME   one comparison, or \`values\`, or \`admission\`
  --show N      disagreements of each comparison that are shown (3)
  --keep        write what disagrees to oracle/cases, with the real answer
  --first       end a comparison with its first disagreement
  --faults      make our answers wrong on purpose, one way after the other (oracle/faults): each must be noticed

exit 0: all agree; 1: something disagrees, or a fault was not noticed; 2: could not ask`

export function optionsOf(args: readonly string[]): Options {
  const { values } = parse(args)
  return {
    seed: numberOf('seed', values.seed) ?? Math.floor(Math.random() * 2 ** 32),
    cases: numberOf('cases', values.cases),
    seconds: numberOf('seconds', values.seconds),
    only: values.only,
    show: numberOf('show', values.show) ?? 3,
    keep: values.keep ?? false,
    isFirstEnough: values.first ?? false,
    faults: values.faults ?? false,
    help: values.help ?? false,
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: text,
        cases: text,
        seconds: text,
        only: text,
        show: text,
        keep: flag,
        first: flag,
        faults: flag,
        help: flag,
      },
    })
  } catch (error) {
    throw new CannotGoOn(error instanceof Error ? error.message : String(error), 'npm run oracle -- --help')
  }
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[0-9]{1,10}$/.test(text)) return Number(text)
  throw new CannotGoOn(`--${name} is a whole number, not ${JSON.stringify(text)}`, 'npm run oracle -- --help')
}
