// Answers for one comparison, one JSON line for one JSON line, each with the most memory held so far.
import { createInterface } from 'node:readline'
import { jsonLine } from '../json.ts'
import { oursOrCrash } from './answerer.ts'
import { valueComparisons } from './index.ts'

const comparison = valueComparisons.find(({ asks }) => asks === process.argv[2])
if (comparison === undefined) throw new Error(`nobody answers ${process.argv[2]}`)

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line === '') continue
  const answer = oursOrCrash(comparison, JSON.parse(line))
  const peak = process.resourceUsage().maxRSS * 1024
  process.stdout.write(jsonLine({ answer, peak }))
}
