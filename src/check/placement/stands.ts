// A promise on where pods stand holds by rules only: what a scheduler prefers, or did so far, is no rule.

import { type Crowd, worstCrowd } from '../../engine/placement/crowd.ts'
import { mayStandOn } from '../../engine/placement/eligible.ts'
import { hostnameKey, zoneKey } from '../../engine/placement/reasons.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsIn, fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Estate } from '../../estate/estate.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { Edit } from '../verdict.ts'
import { podsFor, type View, type World } from '../world.ts'
import { componentBehind, componentEdit } from './component-edit.ts'

type StandsPromise = Extract<PlatformPromise, { kind: 'stands' }>

interface OnPool {
  readonly workload: string
  readonly pool: string
  readonly nodes: readonly string[]
  /** Nodes outside the pool that may take its pods. */
  readonly outside: readonly string[]
  readonly inside: readonly string[]
}

interface Apart {
  readonly workload: string
  readonly key: string
  readonly count: number
  readonly crowd: Pick<Crowd, 'worst' | 'atMost' | 'rules'>
  /** It prefers to keep apart. */
  readonly prefers: boolean
}

type Rules = { pool: OnPool; apart: Apart }

export const stands = definePromise<Rules>()({
  kind: 'stands',
  asks: 'Do the rules keep its pods where they are said to stand?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { component, pool, apart } = promise
    const on = pool === undefined ? [] : [`on the pool ${pool} only`]
    const by = apart === undefined ? [] : [`no two on one ${apart}`]
    const pods = view ? podsFor(view, component, environment ?? '').filter(({ steady }) => steady) : []
    yield {
      id: [place, component.name],
      environment,
      cluster,
      says: `${component.name} stands ${[...on, ...by].join(', ')}`,
      source: pods[0]?.source ?? { stated: promise.stated },
      parts: view ? pods.flatMap((pod) => partsOf(pod, promise, view, world)) : [],
    }
  },

  says: {
    pool: ({ workload, pool, outside, inside, nodes }, truth) => {
      if (nodes.length === 0) return `nobody says what nodes the pool ${pool} has`
      if (truth === true) return `the rules of ${workload} take nodes of the pool ${pool} only: ${inside.join(', ')}`
      return outside.length === 0
        ? `no node of the pool ${pool} takes ${workload}`
        : `nothing ties ${workload} to the pool ${pool}: ${outside.join(', ')} may take it too`
    },
    apart: ({ workload, key, count, prefers, crowd: { worst, atMost, rules } }, truth) => {
      if (count < 2) return `${workload} has one pod, which is apart by itself`
      if (truth === true) {
        const [rule] = rules
        const name =
          rule?.rule === 'spread' ? `a required spread with maxSkew ${rule.maxSkew}` : 'required anti-affinity'
        return rule
          ? `${name} on ${rule.topologyKey} leaves at most one pod of ${workload} on one ${key}`
          : `${workload} never has two pods on one ${key}`
      }
      return truth === false
        ? `no rule keeps the ${count} pods of ${workload} apart: ${worst.voters} may stand on ${worst.domain}${prefers ? '; what is preferred is no rule' : ''}`
        : `between ${worst.voters} and ${atMost} pods of ${workload} may stand on one ${key}`
    },
  },
})

function partsOf(pod: PodClass, promise: StandsPromise, view: View, world: World): readonly AnyPart<Rules>[] {
  const { pool, apart } = promise
  return [
    ...(pool === undefined ? [] : [poolPart(pod, pool, view, world)]),
    ...(apart === undefined ? [] : [apartPart(pod, apart, view, world)]),
  ]
}

function poolPart(pod: PodClass, pool: string, { estate }: View, world: World): AnyPart<Rules> {
  const nodes = Object.hasOwn(estate.pools, pool) ? (estate.pools[pool] ?? []) : []
  const may = mayStandOn(estate, pod)
  const inside = may.filter((node) => nodes.includes(node))
  const outside = may.filter((node) => !nodes.includes(node))
  const truth = nodes.length === 0 ? undefined : outside.length === 0 && inside.length > 0
  return part(
    'pool',
    truth,
    { workload: pod.name, pool, nodes: [...nodes].sort(), outside, inside },
    {
      cause: `not-tied/${pod.environment}/${pod.component}`,
      hint: 'a required rule on a label that all nodes of the pool have and no other, or a taint on the others',
      fix: outside.length > 0 ? tied(pod, labelsOf(estate, nodes), world) : undefined,
      at: { source: pod.source, path: ['spec', 'template', 'spec', 'affinity'] },
    },
  )
}

/** Labels that all these nodes have and no other node has. */
function labelsOf({ nodes }: Estate, names: readonly string[]): readonly string[] {
  const own = nodes.filter(({ name }) => names.includes(name))
  const others = nodes.filter(({ name }) => !names.includes(name))
  const keys = Object.keys(own[0]?.labels ?? {}).sort()
  return keys.filter(
    (key) =>
      own.every(({ labels }) => Object.hasOwn(labels, key)) && !others.some(({ labels }) => Object.hasOwn(labels, key)),
  )
}

function tied(pod: PodClass, [label]: readonly string[], world: World): readonly Edit[] | undefined {
  if (label === undefined) return undefined
  const rules = ruleList(pod, 'require', world)
  const edit = componentEdit(pod, world, ['place', 'require'], [...rules, { label }])
  return edit && [edit]
}

function apartPart(pod: PodClass, key: string, { estate, pods }: View, world: World): AnyPart<Rules> {
  const by = key === hostnameKey ? 'node' : key === zoneKey ? 'zone' : { label: key }
  const { worst, atMost, rules, domains } = worstCrowd(estate, pods, [pod.workload], by)
  const holds = pod.count < 2 || (domains > 0 && atMost <= 1)
  const truth = holds ? true : worst.voters > 1 ? false : undefined
  return part(
    'apart',
    truth,
    { workload: pod.name, key, count: pod.count, crowd: { worst, atMost, rules }, prefers: prefersApart(pod, key) },
    {
      cause: `not-apart/${pod.environment}/${pod.component}`,
      hint: `required anti-affinity on ${key}`,
      fix: truth === false ? keptApart(pod, key, world) : undefined,
      at: { source: pod.source, path: ['spec', 'template', 'spec', 'affinity'] },
    },
  )
}

// As the kinds of rules that only weigh in: anti-affinity with a weight, and a spread that may be ignored.
function prefersApart({ spec }: PodClass, key: string): boolean {
  const { podAntiAffinity } = fieldsOf(spec.affinity)
  const weighed = fieldsIn(fieldsOf(podAntiAffinity).preferredDuringSchedulingIgnoredDuringExecution)
  const terms = weighed.map(({ podAffinityTerm }) => fieldsOf(podAffinityTerm))
  const spreads = fieldsIn(spec.topologySpreadConstraints)
  return (
    terms.some(({ topologyKey }) => topologyKey === key) ||
    spreads.some(({ topologyKey, whenUnsatisfiable }) => topologyKey === key && whenUnsatisfiable === 'ScheduleAnyway')
  )
}

function keptApart(pod: PodClass, by: string, world: World): readonly Edit[] | undefined {
  const others = ruleList(pod, 'apart', world).filter((rule) => !isRuleBy(rule, by))
  const edit = componentEdit(pod, world, ['place', 'apart'], [...others, { by, how: 'required' }])
  return edit && [edit]
}

function isRuleBy(rule: unknown, by: string): boolean {
  return typeof rule === 'object' && rule !== null && 'by' in rule && rule.by === by
}

function ruleList(pod: PodClass, kind: 'require' | 'apart', world: World): readonly unknown[] {
  const place = componentBehind(pod, world)?.options.place as { readonly [kind: string]: unknown } | undefined
  const rules = place?.[kind]
  return Array.isArray(rules) ? rules : []
}
