import { availableParallelism } from 'node:os'
import { alternate, type Contender, median, once, type Times } from './pairs.ts'

export interface Measured {
  readonly name: string
  readonly medianMs: number
}

/**
 * Times whole processes in turn and prints a table; `ratio` is that of the medians, to the first contender. `first` is each
 * one's very first run, before anything is kept between runs.
 */
export function printTable(
  title: string,
  contenders: readonly Contender[],
  rounds: number,
  tell: (line: string) => void,
): readonly Measured[] {
  tell(`${title}: whole processes, ${rounds} of each in turn`)
  tell(`Node ${process.versions.node}, ${availableParallelism()} cores; ms\n`)
  tell(row(['', 'first', 'min', 'median', 'max', 'ratio', 'exit code']))
  const firstMs = contenders.map((contender) => once(contender).ms)
  const all = alternate(contenders, rounds)
  for (const [index, times] of all.entries()) tell(row(cells(times, firstMs[index] ?? Number.NaN, all[0])))
  tell('')
  return all.map(({ name, sortedMs }) => ({ name, medianMs: median(sortedMs) }))
}

function cells({ name, exitCode, sortedMs }: Times, first: number, peer: Times | undefined): string[] {
  const middle = median(sortedMs)
  const figures = [first, sortedMs[0], middle, sortedMs.at(-1)].map((ms) => (ms ?? Number.NaN).toFixed(0))
  return [name, ...figures, (middle / median(peer?.sortedMs ?? [])).toFixed(1), String(exitCode)]
}

function row([name = '', ...rest]: readonly string[]): string {
  return `${name.padEnd(18)}${rest.map((cell) => cell.padStart(10)).join('')}`
}
