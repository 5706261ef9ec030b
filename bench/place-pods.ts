// node --expose-gc bench/place-pods.ts FILE COUNT ROUNDS: places the first COUNT pods of a file, in a process of its own whose memory
// is measured. Prints one line of JSON.

import { readFileSync } from 'node:fs'
import { assign } from '../src/engine/assignment/assign.ts'
import type { PlacedWork } from './place-families.ts'

const [file = '', count = '0', rounds = '1'] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const takesMs: number[] = []
let placed = 0
for (let round = 0; round < Number(rounds); round++) {
  // Read again each time: nothing that an earlier round has found out is kept with the objects.
  const { nodes, others, standing, pods, preempts } = JSON.parse(text) as PlacedWork
  const asked = pods.slice(0, Number(count))
  // What reading the file has left behind is no cost of placing.
  globalThis.gc?.()
  const since = process.cpuUsage()
  const found = assign({ nodes, pods: standing, others }, asked, { preempts })
  const { user, system } = process.cpuUsage(since)
  takesMs.push((user + system) / 1000)
  placed = found.filter(({ node }) => node !== undefined).length
}
const peakBytes = process.resourceUsage().maxRSS * 1024
console.log(JSON.stringify({ firstMs: takesMs[0], leastMs: Math.min(...takesMs), placed, peakBytes }))
