import { growsBy } from '../../engine/capacity/grows.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import { sayQuantity } from '../../kubernetes/quantity.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { objectsByRef } from '../alerting/objects-by-ref.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import { noNodes } from '../placement/no-nodes.ts'
import { subjectOf } from '../placement/subject.ts'
import { templatePathOf } from '../references/pod-references.ts'
import { type AtMost, quotaAtMost, tightest, wantedAt } from '../scaling/quota-at-most.ts'
import type { View } from '../world.ts'
import { writtenAt } from '../written-at.ts'
import {
  exclusiveClaims,
  hostPortsOf,
  keepsApart,
  type NoPlace,
  needsRoom,
  noPlace,
  type Surging,
  surging,
} from './surge.ts'
import { memberParts, sayKept, sayMember, sayUnderWay, type UnderWayParts, underWayParts } from './under-way.ts'

type Rules = UnderWayParts & {
  goesFirst: { readonly strategy: string; readonly maxUnavailable: number }
  quota: AtMost & { readonly least: number }
  place: {
    readonly least: number
    readonly why?: NoPlace
    /** Where the rule is written that keeps the new one away. */
    readonly written?: string
    readonly grows: readonly string[]
    readonly nodes: number
  }
}

// Disruption budgets do not hold rollouts back: only evictions ask them.
export const finishes = defineQuestion<Rules>({
  id: 'finishes',
  asks: 'Can every rollout finish?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) {
      const grows = growsBy(view.estate)
      for (const one of surging(view)) yield findingOf(one, grows, view)
      // Members are replaced one by one, and nothing of their own keeps that from ending: told is what is seen to be under way.
      for (const pod of view.pods.filter(({ kind }) => kind === 'StatefulSet')) {
        const parts = memberParts(pod, view)
        if (parts.length > 0) yield { ...subjectsOf(pod, view), parts }
      }
    }
  },

  says: {
    underWay: sayUnderWay,
    member: sayMember,
    kept: sayKept,
    goesFirst: ({ strategy, maxUnavailable }) =>
      strategy === 'Recreate'
        ? 'Recreate ends the old pods before it makes new ones'
        : `maxUnavailable lets ${maxUnavailable} go before a new one stands`,
    quota: ({ quota, resource, hard, others, each, fits, least }, truth) => {
      const say = (amount: typeof hard) => sayQuantity(resource, amount)
      const wanted = say(wantedAt({ quota, resource, hard, others, each, fits }, least + 1))
      const sum = `${resource}: ${say(others)} of the others + ${least + 1} × ${say(each)} = ${wanted} of ${say(hard)}`
      return truth === true
        ? `the quota ${partsOf(quota).name} holds one pod more: ${sum}`
        : `no pod may go first, and the quota ${partsOf(quota).name} holds no new one beside the ${least} old: ${sum}`
    },
    place: ({ least, why, written, grows, nodes }, truth) => {
      if (why) {
        const more = truth === undefined ? `; ${grows.join(', ')} may add nodes` : ''
        return {
          line: `no pod may go first, and a new one has no place beside the ${least} old: ${sayWhy(why, nodes)}${more}`,
          rows: written === undefined ? [] : [[rules[why.by], `is written at ${written}`]],
        }
      }
      return truth === undefined && nodes === 0
        ? 'no pod may go first, and nobody says on which nodes a new one could stand'
        : 'no pod may go first, and no rule of its own keeps a new one away'
    },
  },
})

const rules: { readonly [B in NoPlace['by']]: string } = {
  claim: 'the access mode',
  port: 'the port',
  apart: 'the anti-affinity',
}

function sayWhy(why: NoPlace, nodes: number): string {
  if (why.by === 'claim') return `the claim ${why.claim} is ReadWriteOncePod`
  if (why.by === 'port') return `port ${why.port} of the host is taken on ${why.nodes.join(', ') || 'every node'}`
  return `with these ${nodes} nodes, required anti-affinity on ${why.topologyKey} leaves one each for ${why.domains.join(', ')}`
}

function findingOf(one: Surging, grows: readonly string[], view: View): Finding<Rules> {
  const { pod, found } = one
  const { strategy, maxUnavailable } = found
  const parts: readonly AnyPart<Rules>[] = needsRoom(one)
    ? [...quotaParts(one, view), placePart(one, grows, view)]
    : [part('goesFirst', true, { strategy, maxUnavailable }, { at: { source: pod.source } })]
  return { ...subjectsOf(pod, view), parts: [...parts, ...underWayParts(pod, view)] }
}

function subjectsOf(pod: PodClass, view: View): Omit<Finding<Rules>, 'parts'> {
  return {
    id: subjectOf(pod, view),
    environment: pod.environment,
    cluster: view.estate.cluster,
    says: `a rollout of ${pod.name} can finish`,
    source: pod.source,
    about: [pod.workload],
  }
}

const strategy = ['spec', 'strategy', 'rollingUpdate']

// The line that lets no old pod go first, where somebody wrote one.
function strategyOf({ workload }: PodClass, view: View): readonly string[] {
  const manifest = objectsByRef(view).get(workload)?.manifest
  const { type, rollingUpdate } = fieldsAt(manifest, 'spec', 'strategy')
  if (fieldsAt(rollingUpdate).maxUnavailable !== undefined) return [...strategy, 'maxUnavailable']
  return rollingUpdate === undefined && type !== undefined ? ['spec', 'strategy', 'type'] : strategy
}

// The rule that the strategy meets: the claim's, or the pod's own.
function ruleWritten(pod: PodClass, why: NoPlace | undefined, view: View): string | undefined {
  if (why?.by === 'claim') {
    const claim = exclusiveClaims(view).get(`${pod.namespace}/${why.claim}`)
    return claim && writtenAt(claim, ['spec', 'accessModes'])
  }
  const object = objectsByRef(view).get(pod.workload)
  const template = object && templatePathOf(object)
  return why?.by === 'apart' && template ? writtenAt(pod.source, [...template, ...why.path]) : undefined
}

function quotaParts({ pod, least }: Surging, view: View): readonly AnyPart<Rules>[] {
  const row = tightest(quotaAtMost(pod, view))
  // Where not even the old pods fit, the quota itself is what is wrong.
  if (!row || row.fits < least) return []
  const { namespace, name } = partsOf(row.quota)
  return [
    part(
      'quota',
      row.fits > least,
      { ...row, least },
      {
        cause: `quota-surge/${view.estate.cluster}/${namespace}/${name}/${row.resource}`,
        at: { source: pod.source, path: strategy },
        hint: 'maxUnavailable: 1, or a quota with room for one pod more',
      },
    ),
  ]
}

function placePart({ pod, least }: Surging, grows: readonly string[], view: View): AnyPart<Rules> {
  const nodes = view.estate.nodes.length
  const why = noPlace(view).get(pod.workload)
  const written = ruleWritten(pod, why, view)
  const isTied = keepsApart(pod) || hostPortsOf(pod).length > 0
  const mayGrow = why !== undefined && why.by !== 'claim' && grows.length > 0
  const truth = why === undefined ? (isTied && nodes === 0 ? undefined : true) : mayGrow ? undefined : false
  return part(
    'place',
    truth,
    { least, grows, nodes, ...(why && { why }), ...(written && { written }) },
    {
      cause: `surge-place/${subjectOf(pod, view).join('/')}`,
      at: { source: pod.source, path: strategyOf(pod, view) },
      ...(truth === undefined && nodes === 0 && { waitsFor: noNodes }),
      hint:
        why?.by === 'claim'
          ? 'strategy type Recreate: the claim lets one pod have it at a time'
          : least === 1
            ? 'strategy type Recreate, so that the old pod goes first'
            : 'maxUnavailable: 1, so that an old pod goes first',
    },
  )
}
