import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { dnsOf } from '../../engine/reachability/dns.ts'
import { type Stranger, strangerSide, type Welcome } from '../../engine/reachability/stranger.ts'
import type { Protocol, Ref } from '../../kubernetes/types.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { View, World } from '../world.ts'
import { alikeAsOne } from './alike.ts'
import { type ConnectionPart, connectionParts } from './connection-parts.ts'
import { type ConnectionRules, connectionWords } from './connection-words.ts'
import { endsOf } from './ends.ts'
import { reachable } from './reachable.ts'
import { usualDns } from './usual-dns.ts'

type Rules = ConnectionRules & {
  answers: { service: Ref | undefined }
  transport: { service: Ref; protocol: Protocol }
  usual: { to: 'nobody' | 'others' | 'dns'; pods: readonly string[] }
}

// Both transports: what does not fit into a datagram is asked for again over TCP.
export const resolves = definePromise<Rules>()({
  kind: 'resolves',
  asks: 'Can every pod resolve names?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    yield {
      id: [place, 'dns'],
      environment,
      cluster,
      says: 'every pod resolves names, over UDP and TCP',
      parts: view ? dnsParts(environment, view, world) : [],
    }
  },

  says: {
    ...connectionWords,
    answers: ({ service }) => (service ? `${service} answers` : 'nobody shows what answers for DNS in this cluster'),
    usual: ({ to, pods }) => {
      if (to === 'dns')
        return `${pods.length === 1 ? 'the one workload' : `each of the ${pods.length} workloads`} is let out to the usual DNS of a cluster`
      const names = `${pods.slice(0, 5).join(', ')}${pods.length > 5 ? ', …' : ''}`
      return to === 'nobody'
        ? `no rule lets ${names} out at port 53, over UDP and TCP`
        : `nobody shows what answers for DNS in this cluster, and ${names} may not be let out to it`
    },
    transport: ({ service, protocol }) => `nobody shows pods that answer for ${service} at ${protocol} 53`,
  },
})

function dnsFor(view: View, pod: PodClass | undefined) {
  return pod ? dnsOf(reachable(view), pod.workload, { denied: view.denied }) : { service: undefined, asks: [] }
}

function dnsParts(environment: string | undefined, view: View, { platform }: World): Finding<Rules>['parts'] {
  const pods = view.pods.filter((pod) => environment === undefined || pod.environment === environment)
  const { service, asks } = dnsFor(view, pods[0])
  // A platform says what its clusters bring along; files seldom show it.
  if (!service) return platform ? [part('answers', undefined, { service })] : usualParts(view, pods)
  const unshown = transports.filter((protocol) => !asks.some((way) => way.protocol === protocol))
  return [
    part('answers', true, { service }),
    ...unshown.map((protocol) => part('transport', undefined, { service, protocol })),
    ...transports.flatMap((protocol) => wayParts(view, pods, protocol)),
  ]
}

const transports = ['UDP', 'TCP'] as const

/** One transport for every workload; those that are stopped for the same reason are told once, by the first of them. */
function wayParts(view: View, pods: readonly PodClass[], protocol: Protocol): readonly ConnectionPart[] {
  const parts = pods.flatMap((pod) =>
    dnsFor(view, pod)
      .asks.filter((way) => way.protocol === protocol)
      .flatMap(({ workload, port, connection }) =>
        connectionParts(connection, endsOf(pod.workload, workload, port, protocol), view),
      ),
  )
  return alikeAsOne(parts, 'from')
}

const kubeDns: Stranger = { namespaces: ['kube-system'], labels: { 'k8s-app': 'kube-dns' } }
const ports = {
  UDP: { name: 'dns', port: 53, protocol: 'UDP' },
  TCP: { name: 'dns-tcp', port: 53, protocol: 'TCP' },
} as const

// What answers comes with a cluster: it is assumed to be where it usually is.
function usualParts(view: View, pods: readonly PodClass[]): Finding<Rules>['parts'] {
  const own = pods.filter(
    ({ spec: { dnsPolicy, hostNetwork } }) => dnsPolicy !== 'None' && dnsPolicy !== 'Default' && !hostNetwork,
  )
  if (own.length === 0) return [part('answers', undefined, { service: undefined })]
  const welcomes = own.map((pod) => ({
    name: pod.name,
    usual: leastOf(view, pod, kubeDns),
    any: leastOf(view, pod, {}),
  }))
  const namesOf = (some: typeof welcomes) => [...new Set(some.map(({ name }) => name))].sort()
  const shut = namesOf(welcomes.filter(({ any }) => any === 'shut'))
  const doubtful = namesOf(welcomes.filter(({ usual, any }) => any !== 'shut' && usual !== 'open'))
  const usual: Assumption = usualDns(view.estate.cluster)
  return [
    ...(shut.length > 0 ? [part('usual', false, { to: 'nobody', pods: shut } as const)] : []),
    ...(doubtful.length > 0 ? [part('usual', undefined, { to: 'others', pods: doubtful } as const)] : []),
    ...(shut.length + doubtful.length === 0
      ? [
          part('usual', !view.denied.has(usual.id), { to: 'dns', pods: namesOf(welcomes) } as const, {
            assumes: [usual],
          }),
        ]
      : []),
  ]
}

/** The worse of both transports. */
function leastOf(view: View, { workload }: PodClass, stranger: Stranger): Welcome['is'] {
  const r = reachable(view)
  const named = [ports.UDP, ports.TCP]
  const [udp, tcp] = transports.map((protocol) => {
    return strangerSide(r, workload, 'egress', stranger, { port: 53, protocol, named }).is
  })
  return udp === 'open' ? (tcp ?? 'unknown') : (udp ?? 'unknown')
}
