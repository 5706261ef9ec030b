// Whether pods can resolve names: who answers for DNS in the cluster, and whether both of its transports are let through.
// An answer that does not fit is asked for again over TCP (RFC 7766 section 5), so UDP alone fails now and then.

import type { Protocol, Ref } from '../../kubernetes/types.ts'
import { type Connection, type ConnectionQuestion, connection } from './connection.ts'
import type { Reachability } from './reachability.ts'
import { answersOf } from './service.ts'

/** The Services that answer for DNS carry this label, whatever they are called (kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution). */
const dnsLabel = { key: 'k8s-app', value: 'kube-dns' }

export interface Dns {
  /** The Service that answers, undefined where nobody shows one. */
  readonly service: Ref | undefined
  readonly asks: readonly DnsWay[]
}

export interface DnsWay {
  readonly protocol: Protocol
  readonly workload: Ref
  /** The port at the pods. */
  readonly port: number
  readonly connection: Connection
}

/** Can the pods of `from` ask for names? One way per transport and answering workload, UDP first. */
export function dnsOf(
  r: Reachability,
  from: Ref,
  options: Pick<ConnectionQuestion, 'wanted' | 'denied' | 'asMeant'> = {},
): Dns {
  const { service, answers } = dnsAnswers(r)
  const asks = answers.map(({ protocol, workload, port }) => {
    return { protocol, workload, port, connection: connection(r, { ...options, from, to: workload, port, protocol }) }
  })
  return { service, asks }
}

export interface DnsAnswers {
  readonly service: Ref | undefined
  readonly answers: readonly Omit<DnsWay, 'connection'>[]
}

const known = new WeakMap<Reachability, DnsAnswers>()

/** Who answers for DNS, whoever asks: one row per transport and workload, UDP first. */
export function dnsAnswers(r: Reachability): DnsAnswers {
  const kept = known.get(r) ?? answering(r)
  known.set(r, kept)
  return kept
}

function answering(r: Reachability): DnsAnswers {
  const services = [...r.services.values()].filter(({ ref, manifest }) => {
    const isMarked = manifest.metadata.labels?.[dnsLabel.key] === dnsLabel.value
    return isMarked || ref === 'Service/kube-system/kube-dns'
  })
  const [service] = services.sort((a, b) => (a.ref < b.ref ? -1 : 1))
  if (!service) return { service: undefined, answers: [] }
  const answers = (answersOf(r, service) ?? []).flatMap(({ port, protocol, workload, at }) =>
    port === 53 && at !== undefined ? [{ protocol, workload, port: at }] : [],
  )
  answers.sort((a, b) => byText(b.protocol, a.protocol) || byText(a.workload, b.workload))
  return { service: service.ref, answers }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
