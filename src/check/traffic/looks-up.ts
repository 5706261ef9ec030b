// Pods that are told names have to ask for their addresses: an egress policy without a way to DNS makes every name useless.
// A resolver asks over UDP first (resolv.conf(5)), so a way over TCP alone does not help.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { dnsOf } from '../../engine/reachability/dns.ts'
import { policiesOn } from '../../engine/reachability/policies-on.ts'
import type { Refusal } from '../../engine/reachability/refusal.ts'
import { strangerSide, type Welcome } from '../../engine/reachability/stranger.ts'
import type { FactOf } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import { isolating, namesOf } from '../reachability/connection-parts.ts'
import { refusalRows, type ToldRefusal, toldRefusals } from '../reachability/miss-words.ts'
import { reachable } from '../reachability/reachable.ts'
import { unknownText } from '../reachability/unknown-words.ts'
import { usualDns } from '../reachability/usual-dns.ts'
import type { Truth } from '../verdict.ts'
import { table, type View } from '../world.ts'

interface LooksUp {
  readonly pods: string
  /** A Service that they call by name. */
  readonly name: string
  readonly is: Welcome['is']
  readonly isolatedBy: readonly Ref[]
  readonly by: readonly Ref[]
  readonly unknown: readonly string[]
  /** Rules that lead to where DNS is, at another port or protocol. */
  readonly near: readonly ToldRefusal[]
}

export const looksUp = defineQuestion<{ dns: LooksUp }>({
  id: 'looks-up',
  asks: 'Can pods that call others by name ask for their addresses?',

  *judge({ views }) {
    for (const view of views)
      for (const pod of view.pods) {
        const finding = findingOf(pod, view)
        if (finding) yield finding
      }
  },

  says: { dns: (because) => ({ line: lineOf(because), rows: because.is === 'shut' ? refusalRows(because.near) : [] }) },
})

function findingOf(pod: PodClass, view: View): Finding<{ dns: LooksUp }> | undefined {
  const { estate, denied } = view
  const service = namesCalled(view).get(pod.workload)
  const r = reachable(view)
  const isolating = policiesOn(r, r.classOf.get(pod.workload) ?? -1, 'egress')
  const asksElsewhere = pod.spec.dnsPolicy === 'None' || pod.spec.dnsPolicy === 'Default' || pod.spec.hostNetwork
  if (!service || isolating.length === 0 || asksElsewhere || pod.count === 0) return undefined
  if (estate.enforcesPolicy.holds === false) return undefined
  const welcome = dnsWelcome(pod, view)
  const rests = welcome.is === 'open' && welcome.isUsual ? [usualDns(estate.cluster)] : []
  const truth: Truth = rests.some(({ id }) => denied.has(id)) ? false : truths[welcome.is]
  const { namespace, name } = pod
  const { is, isolatedBy, by, unknown, near = [] } = welcome
  return {
    id: subjectOf(pod, view),
    environment: pod.environment,
    cluster: estate.cluster,
    says: `${name} can ask for the address of ${partsOf(service).name}`,
    source: pod.source,
    about: [pod.workload],
    parts: [
      part(
        'dns',
        truth,
        { pods: name, name: partsOf(service).name, is, isolatedBy, by, unknown, near: toldRefusals(near) },
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

// A rule for the port in another protocol, or for other pods of the namespace, is the one that was meant; else none is to
// blame.
function decidingAt([near]: readonly Refusal[], isolating: readonly Ref[], { estate }: View) {
  const [miss] = near?.misses ?? []
  if (near && miss && near.isMeant) return { source: near.source, path: miss.path }
  const first = estate.objects.find(({ ref }) => ref === isolating[0])
  return first && { source: first.source }
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

const namesCalled = table(
  ({ estate }) =>
    new Map(
      estate.facts
        .filter((fact): fact is FactOf<'calls'> => fact.trait === 'calls')
        .flatMap(({ from, to }): [Ref, Ref][] => (to.is !== 'absent' && to.service ? [[from, to.service]] : [])),
    ),
)

function lineOf({ pods, name, is, isolatedBy, by, unknown }: LooksUp): string {
  if (is === 'open') return `${pods} asks for ${name}: let out to DNS by ${namesOf(by)}`
  if (is === 'shut')
    return `no rule lets ${pods} out to DNS at UDP 53: ${isolating(isolatedBy, pods)}, and ${name} stays a name`
  if (is === 'unknown') return `${pods} asks for ${name}: ${unknownText(unknown)}`
  return `${pods} asks for ${name}: ${namesOf(by)} lets it out, and nobody shows whether DNS is there`
}
