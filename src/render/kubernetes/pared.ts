// What manifests carry is said by them alone: the file beside them keeps, of a component, the options that a fact or a
// promise reads; of an environment, what no object shows.

import { nounSpec } from '../../platform/component/define.ts'
import { nounOf } from '../../platform/component/nouns.ts'
import type { Component, Workload } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import { isMade, makingOf } from '../../platform/made.ts'
import { make } from '../../platform/make.ts'
import type { Environment, Planned, Platform } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'

type Options = { readonly [option: string]: unknown }

// Fields of a workload that stand in its objects, each under a name of its own.
const carried: ReadonlySet<string> = new Set([
  'replicas',
  'image',
  'command',
  'labels',
  'requests',
  'limits',
  'readiness',
  'liveness',
  'update',
  'place',
  'budget',
  'account',
  'secrets',
  'config',
  'security',
  'tolerates',
] satisfies (keyof Workload)[])

// Each is an object of its own in the namespace.
const objectsOf: ReadonlySet<string> = new Set(['labels', 'quota', 'limits', 'policies', 'roles'])

/**
 * What is left of the options of a shared value, where its objects are written: those of what is planned are not, and
 * what it shares with what stands is said whole.
 */
export function paredIn(platform: Platform): (value: object, options: Options) => Options {
  const standing = environmentsOf(platform)
  const kept = new Set(
    plannedIn(platform)
      .flatMap(componentsOf)
      .map(({ name }) => name),
  )
  const running = new Set(standing.flatMap(componentsOf).flatMap(({ name }) => (kept.has(name) ? [] : [name])))
  return (value, options) => {
    if (isMade(value, 'component') && running.has((value as Component).name))
      return paredComponent(value as Component, options)
    return standing.some((one) => one === value) ? paredEnvironment(options) : options
  }
}

function plannedIn({ environments }: Platform): readonly Environment[] {
  return environments.flatMap((one) => (isMade(one, 'planned') ? [(one as Planned<Environment>).value] : []))
}

function paredEnvironment(options: Options): Options {
  const left = Object.entries(options).flatMap(([option, value]) => {
    if (!objectsOf.has(option)) return [[option, value]]
    if (Array.isArray(value)) return cited(value).length > 0 ? [[option, cited(value)]] : []
    const stated = statedIn(value)
    return stated === undefined ? [] : [[option, { stated }]]
  })
  return Object.fromEntries(left)
}

// The rules of a role stand in its object; where it is cited is said beside it.
function cited(roles: readonly object[]): readonly object[] {
  return roles.flatMap((role) => {
    const making = makingOf(role)
    return making?.given.stated === undefined ? [] : [making.remake({ ...making.given, rules: [] })]
  })
}

function without(options: Options, isLeft: (option: string) => boolean): Options {
  return Object.fromEntries(Object.entries(options).filter(([option]) => !isLeft(option)))
}

// One after the other: two options may each be needless only because the other one says the same.
function paredComponent(component: Component, options: Options): Options {
  const own = makingOf(component)?.given ?? {}
  const base = options === own ? {} : paredComponent(component, own)
  const meant = factsText(component, { ...own, ...options })
  let kept = without(options, (option) => option === 'cites')
  for (const option of Object.keys(kept).sort(byCodePoint)) {
    const rest = without(kept, (name) => name === option)
    if (option !== 'stated' && meant !== undefined && factsText(component, { ...base, ...rest }) === meant) kept = rest
  }
  const cites = options === own ? citesOf(options, kept) : citesInPlace(options, kept, base)
  return Object.keys(cites ?? {}).length === 0 ? kept : { ...kept, cites }
}

/** What is cited for an option is cited still, where the manifests say the option itself. */
function citesOf(options: Options, kept: Options): Options {
  const inner = Object.entries(options).flatMap(([option, value]) => {
    const stated = Object.hasOwn(kept, option) ? undefined : statedIn(value)
    return stated === undefined ? [] : [[option, stated]]
  })
  return { ...(options.cites as Options | undefined), ...Object.fromEntries(inner) }
}

// What an environment says in place of an option is cited by the lines that say so there.
function citesInPlace({ stated, ...options }: Options, kept: Options, { cites }: Options): Options | undefined {
  const gone = Object.keys(options).filter((option) => option !== 'cites' && !Object.hasOwn(kept, option))
  if (gone.length === 0) return undefined
  const others = without((options.cites ?? cites ?? {}) as Options, (option) => gone.includes(option))
  return stated === undefined ? others : { ...others, ...Object.fromEntries(gone.map((option) => [option, stated])) }
}

function statedIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'stated' in value ? value.stated : undefined
}

/** What a component is to facts and promises; undefined where these options make none. */
function factsText({ noun, name }: Component, options: Options): string | undefined {
  const spec = nounOf(noun)
  const made = spec && make(nounSpec(spec), name, options, nowhere)
  if (!made || (makingOf(made)?.problems.length ?? 0) > 0) return undefined
  const { keeps: _, runs, ...rest } = traitsOf(made)
  const facts = { ...rest, runs: runs.map((workload) => without({ ...workload }, (field) => carried.has(field))) }
  return JSON.stringify(facts, (_key, value) => (isMade(value, 'component') ? value.name : value))
}

const nowhere = { at: { file: 'seaworthy', line: 1, column: 1 }, via: [] }
