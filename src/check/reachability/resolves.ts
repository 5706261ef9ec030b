import type { PodClass } from '../../engine/pods/pod-class.ts'
import { dnsOf } from '../../engine/reachability/dns.ts'
import type { Protocol, Ref } from '../../kubernetes/types.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { View } from '../world.ts'
import { alikeAsOne } from './alike.ts'
import { type ConnectionPart, type ConnectionRules, connectionParts, connectionWords } from './connection-parts.ts'
import { endsOf } from './ends.ts'
import { reachable } from './reachable.ts'

type Rules = ConnectionRules & {
  answers: { service: Ref | undefined }
  transport: { service: Ref; protocol: Protocol }
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
      parts: view ? dnsParts(environment, view) : [],
    }
  },

  says: {
    ...connectionWords,
    answers: ({ service }) => (service ? `${service} answers` : 'nobody shows what answers for DNS in this cluster'),
    transport: ({ service, protocol }) => `nobody shows pods that answer for ${service} at ${protocol} 53`,
  },
})

function dnsFor(view: View, pod: PodClass | undefined) {
  return pod ? dnsOf(reachable(view), pod.workload, { denied: view.denied }) : { service: undefined, asks: [] }
}

function dnsParts(environment: string | undefined, view: View): Finding<Rules>['parts'] {
  const pods = view.pods.filter((pod) => environment === undefined || pod.environment === environment)
  const { service, asks } = dnsFor(view, pods[0])
  if (!service) return [part('answers', undefined, { service })]
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
