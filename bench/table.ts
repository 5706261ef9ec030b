import { availableParallelism } from 'node:os'
import { alternate, type Contender, median, once, type Times } from './pairs.ts'

/**
 * Times whole processes in turn and prints a table; `ratio` is that of the medians, to the first contender. `first` is each
 * one's very first run, before anything is kept between runs.
 */
export function printTable(title: string, contenders: readonly Contender[], rounds: number): void {
  console.log(`${title}: whole processes, ${rounds} of each in turn`)
  console.log(`Node ${process.versions.node}, ${availableParallelism()} cores; ms\n`)
  console.log(row(['', 'first', 'min', 'median', 'max', 'ratio', 'exit code']))
  const firstMs = contenders.map((contender) => once(contender).ms)
  const all = alternate(contenders, rounds)
  for (const [index, times] of all.entries()) console.log(row(cells(times, firstMs[index] ?? Number.NaN, all[0])))
  console.log('')
}

function cells({ name, exitCode, sortedMs }: Times, first: number, peer: Times | undefined): string[] {
  const middle = median(sortedMs)
  const figures = [first, sortedMs[0], middle, sortedMs.at(-1)].map((ms) => (ms ?? Number.NaN).toFixed(0))
  return [name, ...figures, (middle / median(peer?.sortedMs ?? [])).toFixed(1), String(exitCode)]
}

function row([name = '', ...rest]: readonly string[]): string {
  return `${name.padEnd(18)}${rest.map((cell) => cell.padStart(10)).join('')}`
}
