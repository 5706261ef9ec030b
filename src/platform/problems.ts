// Everything wrong with a platform: the slips inside its nouns, then, in every world, what does not fit together.

import { makingOf } from './made.ts'
import type { Platform } from './model.ts'
import type { Noun } from './noun.ts'
import type { Problem } from './problem.ts'
import { allReachable } from './reachable.ts'
import { deliveringProblems } from './whole/delivering.ts'
import { environmentProblems } from './whole/environments.ts'
import { idProblems } from './whole/ids.ts'
import { monitoringProblems } from './whole/monitoring.ts'
import { planProblems } from './whole/plans.ts'
import { promiseProblems } from './whole/promises.ts'
import { worldsOf } from './worlds.ts'

// Enough to find what one choice breaks; the worlds of a large platform are judged one by one anyway.
const WORLDS_CHECKED = 64

// Values that may be wrong in themselves while all that refers to them can still be judged.
const SELF_CONTAINED: ReadonlySet<Noun> = new Set([
  'access',
  'alert',
  'branch',
  'chart',
  'command',
  'businessFunction',
  'component',
  'context',
  'configuration',
  'control',
  'decision',
  'delivery',
  'drawing',
  'dnsFailover',
  'drill',
  'gate',
  'infrastructure',
  'encryptionKey',
  'hsm',
  'incident',
  'journey',
  'metric',
  'monitoring',
  'option',
  'organisation',
  'paper',
  'phase',
  'pipeline',
  'procedure',
  'promise',
  'promotion',
  'receiver',
  'registry',
  'release',
  'role',
  'rollout',
  'scenario',
  'shown',
  'stage',
  'standard',
  'step',
  'task',
  'team',
  'waiver',
  'wave',
  'written',
])

export function problemsOf(platform: Platform): readonly Problem[] {
  const wrong = allReachable(platform).flatMap((value) => {
    const making = makingOf(value)
    return making && making.problems.length > 0 ? [making] : []
  })
  const slips = wrong.flatMap(({ problems }) => problems)
  // Where a list was refused as a whole, what refers to its members would be refused again for no reason.
  if (wrong.some(({ is }) => !SELF_CONTAINED.has(is))) return slips
  const { worlds } = worldsOf(platform)
  return [...slips, ...worlds.slice(0, WORLDS_CHECKED).flatMap((world) => wholeProblems(world.platform))]
}

const finders = [
  slipsOf,
  environmentProblems,
  promiseProblems,
  idProblems,
  planProblems,
  deliveringProblems,
  monitoringProblems,
] as const

function wholeProblems(platform: Platform): readonly Problem[] {
  return finders.flatMap((find) => [...find(platform)])
}

/** The slips that nouns remembered, of everything that can be reached from the value. */
function slipsOf(root: object): readonly Problem[] {
  const problems: Problem[] = []
  for (const value of allReachable(root)) problems.push(...(makingOf(value)?.problems ?? []))
  return problems
}
