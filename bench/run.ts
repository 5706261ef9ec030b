// npm run bench -- [--only NAME] [--short]: measures, and prints one table. It judges nothing and never fails for being slow.

import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Figure } from './figure.ts'
import { subjects } from './subjects.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, short: { type: 'boolean' } } })
const chosen = subjects.filter(({ name }) => values.only === undefined || values.only === name)
if (chosen.length === 0) {
  console.error(`bench: nothing is called ${values.only}\nnext: --only ${subjects.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const figures: Figure[] = []
for (const subject of chosen) {
  for await (const figure of subject.figures(values.short ? 'short' : 'whole', (line) => console.log(line)))
    figures.push(figure)
}

const memoryGiB = Math.round(totalmem() / 2 ** 30)
console.log(`Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model}), ${memoryGiB} GiB\n`)
console.log('| figure | work | ours | peer | ratio | target |\n| --- | --- | --- | --- | --- | --- |')
for (const figure of figures) console.log(`| ${cellsOf(figure).join(' | ')} |`)

function cellsOf({ id, work, ours, peer, ratio, target, met, quoted }: Figure): readonly string[] {
  const reached = target === undefined ? '' : `${target}${met === undefined ? '' : met ? ', met' : ', **missed**'}`
  const beside = [peer, quoted && `quoted: ${quoted}`].filter((one) => one !== undefined).join('; ')
  return [id, work, ours, beside, ratio === undefined ? '' : `${shortNumber(ratio)}×`, reached]
}

function shortNumber(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(2)
}
