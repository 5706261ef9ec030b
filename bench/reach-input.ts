// A cluster for measuring reachability: workloads in namespaces and as many policies, in every form that NetworkPolicy has.
// The same sizes give the same manifests.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Random, randomOf } from '../oracle/random.ts'
import { printManifests } from '../src/kubernetes/print.ts'
import type { LabelSelector, Manifest, NetworkPolicySpec, Peer, PolicyPort } from '../src/kubernetes/types.ts'

export interface ReachSize {
  readonly workloads: number
  readonly policies: number
  readonly namespaces: number
  /** How many policies in a hundred speak of one workload by its own name; the others of parts that many workloads are. */
  readonly ownPercent: number
}

const parts = ['web', 'api', 'worker', 'cache', 'store', 'queue', 'cron', 'admin']

/** By namespace: its Namespace, its workloads, its policies. */
export function reachInput(size: ReachSize): readonly (readonly Manifest[])[] {
  const random = randomOf(size.workloads)
  const share = (all: number, at: number) =>
    Math.floor((all * (at + 1)) / size.namespaces) - Math.floor((all * at) / size.namespaces)
  return Array.from({ length: size.namespaces }, (_, at) => {
    const place: Place = { ...size, random, at, own: share(size.workloads, at) }
    const labels = { team: `team-${at % 10}`, stage: at % 5 === 0 ? 'test' : 'live' }
    return [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: nameOf(at), labels } },
      ...Array.from({ length: place.own }, (_, number) => workload(place, number)),
      ...Array.from({ length: share(size.policies, at) }, (_, number) => policy(place, number)),
    ]
  })
}

/** One file for each namespace; the bytes written. */
export function writeReachInput(to: string, size: ReachSize): number {
  mkdirSync(to, { recursive: true })
  let bytes = 0
  for (const [at, manifests] of reachInput(size).entries()) {
    const text = printManifests(manifests)
    bytes += text.length
    writeFileSync(join(to, `${nameOf(at)}.yaml`), text)
  }
  return bytes
}

interface Place extends ReachSize {
  readonly random: Random
  readonly at: number
  /** The workloads of this namespace. */
  readonly own: number
}

function nameOf(namespace: number): string {
  return `space-${String(namespace).padStart(2, '0')}`
}

function partOf(number: number): string {
  return parts[number % parts.length] as string
}

function workload({ at, random }: Place, number: number): Manifest {
  const part = partOf(number)
  const app = `${part}-${number}`
  const labels = { app, part, tier: number % 3 === 0 ? 'front' : 'back' }
  const ports = [{ name: 'http', containerPort: 8080 }]
  if (random.chance(0.2)) ports.push({ name: 'metrics', containerPort: 9090 })
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: app, namespace: nameOf(at) },
    spec: {
      selector: { matchLabels: { app } },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'main', image: `example.com/${part}:1`, ports }] },
      },
    },
  }
}

function policy(place: Place, number: number): Manifest {
  const { at, random } = place
  const rules = <K extends 'from' | 'to'>(side: K) =>
    random.list(random.int(1, 2), () => ({
      [side]: random.list(random.int(1, 2), () => peer(place)),
      ports: random.list(random.int(1, 2), () => port(random)),
    }))
  const hasEgress = random.chance(0.3)
  const spec: NetworkPolicySpec = {
    podSelector: subject(place, number),
    policyTypes: hasEgress ? ['Egress', 'Ingress'] : ['Ingress'],
    ingress: rules('from'),
    ...(hasEgress && { egress: rules('to') }),
  }
  const metadata = { name: `policy-${number}`, namespace: nameOf(at) }
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec }
}

function subject({ random, at, own, ownPercent }: Place, number: number): LabelSelector {
  if (number === 0 && at % 10 === 0) return {}
  if (random.chance(ownPercent / 100)) {
    const one = number % own
    return { matchLabels: { app: `${partOf(one)}-${one}` } }
  }
  if (random.chance(0.2))
    return { matchExpressions: [{ key: 'part', operator: 'In', values: [random.pick(parts), 'web'] }] }
  return { matchLabels: { part: random.pick(parts) } }
}

function peer({ random, namespaces }: Place): Peer {
  const pods = { podSelector: { matchLabels: { part: random.pick(parts) } } }
  const team: Peer = { namespaceSelector: { matchLabels: { team: `team-${random.int(0, 9)}` } } }
  const named: Peer = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': nameOf(random.int(0, namespaces - 1)) } },
  }
  const block: Peer = { ipBlock: { cidr: '10.0.0.0/8', except: [`10.${random.int(0, 9)}.0.0/16`] } }
  return random.weighted<Peer>([
    [4, pods],
    [2, { ...named, ...pods }],
    [2, { ...team, ...pods }],
    [1, named],
    [1, block],
  ])
}

function port(random: Random): PolicyPort {
  return random.weighted<PolicyPort>([
    [4, { port: 'http' }],
    [1, { port: 'metrics' }],
    [3, { port: random.pick([80, 443, 5432, 8080]) }],
    [1, { port: 53, protocol: 'UDP' }],
    [1, { port: 30000, endPort: 32767 }],
  ])
}
