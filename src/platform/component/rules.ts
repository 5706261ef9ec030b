// What holds between the options of one workload, beyond each option by itself.

import type { ProbeOptions } from '../component.ts'
import { makingOf } from '../made.ts'
import { nearest } from '../nearest.ts'
import type { Say } from '../validate.ts'
import { foundWords } from '../words.ts'
import type { WorkloadOptions } from './options.ts'
import { lostNodes } from './workload.ts'

/** Ports that are named must be listened on; a budget holds one number; required rules have no weight. */
export function checkWorkload(options: WorkloadOptions, ports: ReadonlyMap<string, number>, say: Say): void {
  const { metrics, readiness, liveness, budget, place, tolerates, leavesNodeAfter } = options
  for (const [path, used] of Object.entries({ metrics, readiness, liveness })) {
    if (used && !open(used) && used.port !== undefined) checkPort(`${path}.port`, used.port, ports, say)
  }
  for (const [path, probe] of Object.entries({ readiness, liveness }))
    if (probe && !open(probe)) checkProbe(path, probe, say)
  if (budget && !open(budget) && (budget.minAvailable === undefined) === (budget.maxUnavailable === undefined)) {
    const found = budget.minAvailable === undefined ? 'neither of the two' : 'both'
    say({ path: 'budget', found, allowed: 'exactly one of minAvailable and maxUnavailable' })
  }
  if (leavesNodeAfter !== undefined && tolerates && !open(tolerates)) {
    tolerates.forEach(({ key }, index) => {
      if (!lostNodes.includes(key)) return
      say({ path: `tolerates[${index}].key`, found: key, allowed: 'another key (leavesNodeAfter says this one)' })
    })
  }
  if (place && !open(place) && !open(place.apart)) {
    place.apart?.forEach((rule, index) => {
      const path = `place.apart[${index}].weight`
      const weight = 'weight' in rule ? rule.weight : undefined
      if (rule.how === 'required' && weight !== undefined)
        say({ path, found: foundWords(weight), allowed: 'nothing (what is required has no weight)' })
    })
  }
}

/** Is this an open choice? Its worlds are checked one by one. */
export function open(value: unknown): boolean {
  return makingOf(value)?.is === 'undecided'
}

function checkProbe(at: string, { path, port, command }: ProbeOptions, say: Say): void {
  if ((port === undefined) !== (command === undefined) && (path === undefined || port !== undefined)) return
  const found =
    port !== undefined && command !== undefined ? 'both a port and a command' : 'neither a port nor a command'
  say({ path: at, found, allowed: 'a path and a port, a port alone, or a command' })
}

function checkPort(path: string, port: string | number, ports: ReadonlyMap<string, number>, say: Say): void {
  if (open(port)) return
  const known = typeof port === 'number' ? [...ports.values()].includes(port) : ports.has(port)
  if (known) return
  const near = typeof port === 'string' ? nearest(port, ports.keys()) : undefined
  const names = [...ports].map(([name, number]) => `${name} (${number})`)
  const allowed =
    names.length === 0 ? 'a port that it listens on; it listens on none' : `one of its ports ${names.join(', ')}`
  say({ path, found: foundWords(port), allowed, ...(near && { didYouMean: near }) })
}
