// What images are built on: each by the rule that is about it, and no two rules that want two bases of one workload.

import type { Workload } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Base, BaseRule, Built, Environment, PlatformPromise } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, definePromise, part } from '../define.ts'

type BasesPromise = Extract<PlatformPromise, { kind: 'bases' }>

type Rules = {
  order: { readonly rules: readonly (readonly [first: string, second: string])[] }
  base: { readonly base: Base; readonly wanted: Base; readonly by: readonly string[] }
  made: { readonly is: string; readonly wanted: string; readonly by: readonly string[] }
  unsaid: { readonly by: readonly string[] }
}

interface Runs {
  readonly workload: Workload
  readonly environment: Environment
}

export const bases = definePromise<Rules>()({
  kind: 'bases',
  asks: 'Is every image built on the base that is meant for it?',

  *judge(promise, { platform }) {
    if (!platform) return
    const runs = environmentsOf(platform)
      .filter((environment) => promise.in === undefined || promise.in.name === environment.name)
      .flatMap((environment) =>
        componentsOf(environment).flatMap((component) =>
          traitsOf(component)
            .runs.filter(({ controller }) => controller !== 'outside')
            .map((workload): Runs => ({ workload, environment })),
        ),
      )
    yield {
      id: [promise.in?.name ?? platform.name, 'images'],
      environment: promise.in?.name,
      says: 'every image is built on the base that is meant for it',
      source: { stated: promise.stated },
      parts: [orderPart(promise), ...baseParts(promise, runs), ...madeParts(promise, runs)],
    }
  },

  says: {
    order: ({ rules }) =>
      rules.length === 0
        ? 'no two rules want different bases of one workload, or the first of them holds'
        : {
            line: `${rules.length === 1 ? 'two rules' : 'rules'} may be about one workload, want different bases, and neither comes first`,
            rows: rules,
          },
    base: ({ base, wanted, by }) =>
      base === wanted
        ? `${base} is the base of ${by.join(', ')}`
        : `${by.join(', ')} ${by.length === 1 ? 'is' : 'are'} built on ${base}, and ${wanted} is wanted`,
    made: ({ is, wanted, by }) =>
      is === wanted ? `${by.join(', ')}: ${wanted}` : `${by.join(', ')}: ${is}, and ${wanted} is wanted`,
    unsaid: ({ by }) => `nobody says what the image of ${by.join(', ')} is built on`,
  },
})

function orderPart({ rules, firstMatches, stated }: BasesPromise): AnyPart<Rules> {
  const pairs = rules.flatMap((first, at) =>
    rules
      .slice(at + 1)
      .filter((second) => first.base !== second.base && mayMeet(first, second))
      .map((second) => [ruleWords(first), ruleWords(second)] as const),
  )
  return part(
    'order',
    firstMatches === true || pairs.length === 0,
    { rules: firstMatches ? [] : pairs },
    {
      cause: 'bases/without-order',
      hint: 'firstMatches: true, the rule about fewer of them first; or rules that exclude each other',
      stated: [stated, ...rules.map((rule) => rule.stated)],
    },
  )
}

function baseParts({ rules, firstMatches, stated }: BasesPromise, runs: readonly Runs[]): readonly AnyPart<Rules>[] {
  const found = new Map<string, { base: Base | undefined; wanted: Base; by: Set<string> }>()
  for (const { workload, environment } of runs) {
    const about = rules.filter((rule) => isAbout(rule, workload, environment))
    for (const { base: wanted } of firstMatches ? about.slice(0, 1) : about) {
      const base = workload.built?.base
      const key = `${base} ${wanted}`
      const held = found.get(key) ?? { base, wanted, by: new Set() }
      held.by.add(`${workload.name} in ${environment.name}`)
      found.set(key, held)
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const unsaid = new Set(sorted.filter(({ base }) => base === undefined).flatMap(({ by }) => [...by]))
  const said = sorted.flatMap(({ base, wanted, by }) =>
    base === undefined
      ? []
      : [
          part(
            'base',
            base === wanted,
            { base, wanted, by: [...by].sort() },
            { cause: `base/${base}/${wanted}`, hint: `built: { base: '${wanted}' }`, stated: [stated] },
          ),
        ],
  )
  if (unsaid.size === 0) return said
  return [...said, part('unsaid', undefined, { by: [...unsaid].sort() }, { waitsFor: 'built:' })]
}

/** What else is wanted of images beside their base; what has none that anybody says is told there. */
function madeParts({ rules, firstMatches, stated }: BasesPromise, runs: readonly Runs[]): readonly AnyPart<Rules>[] {
  const found = new Map<string, { is: string; wanted: string; by: Set<string> }>()
  for (const { workload, environment } of runs) {
    const about = rules.filter((rule) => isAbout(rule, workload, environment))
    for (const rule of firstMatches ? about.slice(0, 1) : about)
      for (const [is, wanted] of workload.built ? madeOf(workload.built, rule) : []) {
        const held = found.get(`${is} ${wanted}`) ?? { is, wanted, by: new Set() }
        held.by.add(`${workload.name} in ${environment.name}`)
        found.set(`${is} ${wanted}`, held)
      }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { is, wanted, by }]) =>
      part(
        'made',
        is === wanted,
        { is, wanted, by: [...by].sort() },
        { cause: `made/${is}/${wanted}`, hint: `an image that is made so: ${wanted}`, stated: [stated] },
      ),
    )
}

function madeOf(built: Built, rule: BaseRule): readonly (readonly [is: string, wanted: string])[] {
  const runtime = (name: string | undefined) => (name === undefined ? 'no runtime' : `runtime ${name}`)
  const stages = (many = false) => (many ? 'built in several stages' : 'built in one stage')
  const maker = (own = false) => (own ? 'official' : 'not official')
  return [
    ...(rule.runtime === undefined ? [] : [[runtime(built.runtime), runtime(rule.runtime)] as const]),
    ...(rule.multiStage === undefined ? [] : [[stages(built.multiStage), stages(rule.multiStage)] as const]),
    ...(rule.official === undefined ? [] : [[maker(built.official), maker(rule.official)] as const]),
  ]
}

function isAbout({ in: places, of, labels = {} }: BaseRule, workload: Workload, { name }: Environment): boolean {
  if (places && !places.some((place) => place.name === name)) return false
  if (of !== undefined && (of === 'jobs') !== (workload.controller === 'CronJob')) return false
  return Object.entries(labels).every(([key, value]) => workload.labels[key] === value)
}

// Rules that could be about one workload, whether there is one today or not.
function mayMeet(a: BaseRule, b: BaseRule): boolean {
  if (a.of !== undefined && b.of !== undefined && a.of !== b.of) return false
  if (a.in && b.in && !a.in.some(({ name }) => b.in?.some((other) => other.name === name))) return false
  return Object.entries(a.labels ?? {}).every(([key, value]) => (b.labels?.[key] ?? value) === value)
}

function ruleWords({ base, in: places, of, labels }: BaseRule): string {
  const where = places ? ` in ${places.map(({ name }) => name).join(' and ')}` : ''
  const marked = labels
    ? ` with ${Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(' and ')}`
    : ''
  return `${base} for ${of ?? 'whatever runs'}${where}${marked}`
}
