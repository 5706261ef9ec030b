// Pods that are told names have to ask for their addresses: an egress policy without a way to DNS makes every name useless.
// A resolver asks over UDP first (resolv.conf(5)), so a way over TCP alone does not help.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { dnsOf } from '../../engine/reachability/dns.ts'
import { narrowest } from '../../engine/reachability/nearness.ts'
import { policiesOn } from '../../engine/reachability/policies-on.ts'
import type { Refusal } from '../../engine/reachability/refusal.ts'
import { strangerSide, type Welcome } from '../../engine/reachability/stranger.ts'
import { templatePath } from '../../estate/calls/settings.ts'
import type { FactOf } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Position } from '../../platform/source.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import { toldRefusals } from '../reachability/miss-words.ts'
import { policyPlace } from '../reachability/policy-place.ts'
import { reachable } from '../reachability/reachable.ts'
import { usualDns } from '../reachability/usual-dns.ts'
import type { Truth } from '../verdict.ts'
import { table, type View } from '../world.ts'
import { type LooksUp, listed, looksUpWords } from './looks-up-words.ts'
import { outsideNames } from './outside-names.ts'

export const looksUp = defineQuestion<{ dns: LooksUp }>({
  id: 'looks-up',
  asks: 'Can pods that call others by name ask for their addresses?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views)
      for (const pod of view.pods) {
        const finding = findingOf(pod, view)
        if (finding) yield finding
      }
  },

  says: { dns: looksUpWords },
})

function findingOf(pod: PodClass, view: View): Finding<{ dns: LooksUp }> | undefined {
  const { estate, denied } = view
  const names = namesCalled(view).get(pod.workload)
  const r = reachable(view)
  const isolating = policiesOn(r, r.classOf.get(pod.workload) ?? -1, 'egress')
  const asksElsewhere = pod.spec.dnsPolicy === 'None' || pod.spec.dnsPolicy === 'Default' || pod.spec.hostNetwork
  const isListed = isolating.length === 0 && listsWithoutDns(pod, view)
  if (!names || (isolating.length === 0 && !isListed) || asksElsewhere || pod.count === 0) return undefined
  if (estate.enforcesPolicy.holds === false) return undefined
  const welcome = isListed ? unlisted(pod, estate.cluster) : dnsWelcome(pod, view)
  const rests = welcome.is === 'open' && welcome.isUsual ? [usualDns(estate.cluster)] : []
  const truth: Truth = rests.some(({ id }) => denied.has(id)) ? false : truths[welcome.is]
  const { namespace, name } = pod
  const { is, isolatedBy, by, unknown, near = [] } = welcome
  // What has the port alone against it says less than all that its policy lets out.
  const told = near.filter(({ misses }) => misses.some(({ why }) => why !== 'port' && why !== 'portName'))
  const labelled = is === 'shut' && labelPlace(told, pod)
  return {
    id: subjectOf(pod, view),
    environment: pod.environment,
    cluster: estate.cluster,
    says: `${name} can ask for the ${names.length === 1 ? 'address' : 'addresses'} of ${listed(names)}`,
    source: pod.source,
    about: [pod.workload],
    parts: [
      part(
        'dns',
        truth,
        {
          pods: name,
          names: is === 'shut' ? [...names, ...outsideNames(pod, view)] : names,
          is,
          isolatedBy,
          by,
          unknown,
          near: toldRefusals(told),
          lets: is === 'shut' ? letOut(pod, told, view) : [],
          ...(labelled && { labelled }),
          ...(estate.enforcesPolicy.holds === undefined && { ifEnforced: true as const }),
        },
        {
          assumes: rests,
          cause: `no-dns/${namespace}`,
          hint: `a rule of ${namespace} that lets its pods out to kube-system at UDP 53 and TCP 53`,
          at: decidingAt(near, isolating, view),
        },
      ),
    ],
  }
}

// A rule for the port in another protocol, or for other pods of the namespace, is the one that was meant; else the policy
// that was written for these pods.
function decidingAt([near]: readonly Refusal[], isolating: readonly Ref[], view: View) {
  const [miss] = near?.misses ?? []
  if (near && miss && near.isMeant) return { source: near.source, path: miss.path }
  return policyPlace('egress', narrowest(reachable(view), 'egress', isolating), view)
}

/** What each policy on the pods lets out, if anything, where it is not told already. */
function letOut({ workload }: PodClass, told: readonly Refusal[], view: View): LooksUp['lets'] {
  const r = reachable(view)
  return (r.isolating.egress[r.classOf.get(workload) ?? -1] ?? []).flatMap(({ ref: policy, egress = [] }) => {
    const rules = egress.map(({ peers, ports }) => ({ ...(peers && { peers }), ...(ports && { ports }) }))
    return rules.length > 0 && !told.some((one) => one.policy === policy) ? [{ policy, rules }] : []
  })
}

// A rule for other pods of the namespace misses these by a label of theirs.
function labelPlace(told: readonly Refusal[], { kind, source }: PodClass): Position | undefined {
  const miss = told.flatMap(({ misses }) => misses).find(({ why }) => why === 'podSelector')
  const template = templatePath(kind)
  if (miss?.why !== 'podSelector' || !template) return undefined
  const { matchLabels = {}, matchExpressions = [] } = miss.selector
  const keys = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)]
  const key = keys.find((each) => Object.hasOwn(miss.labels, each))
  return source.lineOf?.([...template, 'metadata', 'labels', ...(key === undefined ? [] : [key])])
}

const truths: { readonly [W in Welcome['is']]: Truth } = {
  open: true,
  may: undefined,
  own: undefined,
  unknown: undefined,
  shut: false,
}

const named = [
  { name: 'dns', port: 53, protocol: 'UDP' as const },
  { name: 'dns-tcp', port: 53, protocol: 'TCP' as const },
]

/** Policies are said to let out what stands on a list, and nobody says that DNS does. */
function listsWithoutDns({ workload }: PodClass, view: View): boolean {
  const r = reachable(view)
  const said = r.said(r.classOf.get(workload) ?? -1)
  return said?.egress === 'listed' && said.dns !== true
}

function unlisted({ namespace }: PodClass, cluster: string): Welcome & { readonly isUsual: boolean } {
  return { is: 'unknown', isolatedBy: [], by: [], unknown: [`dns-listed/${cluster}/${namespace}`], isUsual: false }
}

/** By the pods that answer, where they are shown; else by what is usual of them. */
function dnsWelcome(pod: PodClass, view: View): Welcome & { readonly isUsual: boolean } {
  const r = reachable(view)
  const { asks } = dnsOf(r, pod.workload, { denied: view.denied, asMeant: true })
  const overUdp = asks.filter(({ protocol }) => protocol === 'UDP')
  const way = overUdp.find(({ connection }) => connection.open) ?? overUdp[0]
  if (way) {
    const { open, unknown, egress } = way.connection
    const is = open ? 'open' : open === undefined ? 'unknown' : 'shut'
    return {
      is,
      isolatedBy: egress.isolatedBy,
      by: egress.allowedBy ? [egress.allowedBy.policy] : [],
      unknown,
      near: egress.refusals.filter(({ misses }) => misses.every(({ why }) => why === 'protocol')),
      isUsual: false,
    }
  }
  const stranger = { namespaces: ['kube-system'], labels: { 'k8s-app': 'kube-dns' } }
  const welcome = strangerSide(r, pod.workload, 'egress', stranger, { port: 53, protocol: 'UDP', named })
  // A rule for another place is no way to the usual one, and DNS may be kept elsewhere.
  const anywhere =
    welcome.is === 'shut' ? strangerSide(r, pod.workload, 'egress', {}, { port: 53, protocol: 'UDP', named }) : welcome
  const elsewhere = anywhere.is === 'shut' ? openShift(pod, view) : undefined
  return elsewhere ?? { ...anywhere, near: welcome.near, isUsual: welcome.is !== 'open' || anywhere.by.length > 0 }
}

// OpenShift's DNS listens at 5353 (docs.redhat.com, OpenShift Container Platform, DNS Operator), and a rule is written for
// the port of pods: where one lets out to that, nobody shows that DNS is not there.
function openShift(pod: PodClass, view: View): (Welcome & { readonly isUsual: boolean }) | undefined {
  const stranger = { namespaces: ['openshift-dns'] }
  const target = { port: 5353, protocol: 'UDP' as const, named }
  const welcome = strangerSide(reachable(view), pod.workload, 'egress', stranger, target)
  return welcome.by.length > 0 ? { ...welcome, is: 'may', isUsual: true } : undefined
}

/** By workload: the Services that it calls by name. */
const namesCalled = table(({ estate }) => {
  const calls = estate.facts.filter((fact): fact is FactOf<'calls'> => fact.trait === 'calls')
  const called = calls.flatMap(({ from, to }) =>
    to.is !== 'absent' && to.service ? [{ from, name: partsOf(to.service).name }] : [],
  )
  const byCaller = Map.groupBy(called, ({ from }) => from)
  return new Map(
    [...byCaller].map(([from, own]) => [from, [...new Set(own.map(({ name }) => name))].sort(byCodePoint)]),
  )
})
