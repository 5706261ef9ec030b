import { make, type NounSpec } from '../make.ts'
import type {
  Alert,
  Decision,
  Delivery,
  Drill,
  Environment,
  Paper,
  Planned,
  Platform,
  PlatformPromise,
  Procedure,
  Waiver,
} from '../model.ts'
import { PlatformProblems } from '../problem.ts'
import { problemsOf } from '../problems.ts'
import { dnsLabel, list, need, noun, text } from '../schema.ts'

export interface PlatformOptions {
  /** As it stands in reports; default: its name. */
  readonly title?: string
  readonly environments: readonly (Environment | Planned<Environment>)[]
  readonly promises?: readonly (PlatformPromise | Planned<PlatformPromise>)[]
  readonly alerts?: readonly Alert[]
  readonly waivers?: readonly Waiver[]
  readonly decisions?: readonly Decision[]
  readonly deliveries?: readonly Delivery[]
  readonly drills?: readonly Drill[]
  /** Those that no promise and no drill goes by: checklists, maintenance. */
  readonly procedures?: readonly Procedure[]
  /** The document that it is described in. */
  readonly document?: Paper
}

const nothing = { promises: [], alerts: [], waivers: [], decisions: [], deliveries: [], drills: [], procedures: [] }

export const platformSpec: NounSpec<PlatformOptions, Platform> = {
  is: 'platform',
  word: 'platform',
  named: dnsLabel,
  fields: {
    title: text,
    environments: need(list(noun('environment', 'planned'), 1), 'where it runs'),
    promises: list(noun('promise', 'planned')),
    alerts: list(noun('alert')),
    waivers: list(noun('waiver')),
    decisions: list(noun('decision')),
    deliveries: list(noun('delivery')),
    drills: list(noun('drill')),
    procedures: list(noun('procedure')),
    document: noun('paper'),
  },
  build: (name, options) => ({ is: 'platform', name, ...nothing, ...options }),
}

/**
 * Everything that a team declares. Throws `PlatformProblems` with all that is wrong in any of it, one line each.
 * `export default platform('shop', { environments: [live], promises: [promise.fits({ in: live })] })`
 */
export function platform(name: string, options: PlatformOptions): Platform {
  const value = make(platformSpec, name, options)
  const problems = problemsOf(value)
  if (problems.length > 0) throw new PlatformProblems(problems)
  return value
}
