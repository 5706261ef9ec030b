// The pods and policies that a plan comes to, as a cluster would have them.

import { podsOf } from '../../src/engine/pods/pods-of.ts'
import { lower } from '../../src/estate/lower.ts'
import {
  client,
  cluster,
  environment,
  external,
  job,
  node,
  type Platform,
  platform,
  postgres,
  service,
  worker,
} from '../../src/index.ts'
import type { NetworkPolicySpec } from '../../src/kubernetes/types.ts'
import type { PortedComponent } from '../../src/platform/component/define.ts'
import type { CallTargetOption } from '../../src/platform/component/options.ts'
import type { CasePod, PolicyCase } from '../reachability/policy-case.ts'
import type { Plan, PlannedCall, PlannedComponent } from './plan.ts'

/** A pod that is called like `live/c0`, and what is asked about. */
export function loweredCase(plan: Plan, addresses: readonly string[]): PolicyCase {
  const [estate] = lower(platformOf(plan))
  if (!estate) throw new Error('a plan without a cluster')
  const pods = podsOf(estate).map(({ namespace, component, labels, spec }, at): [string, CasePod] => {
    const ports = (spec.containers ?? []).flatMap((container) =>
      (container.ports ?? []).map(({ name = '', containerPort, protocol = 'TCP' }) => ({
        name: name || `p${containerPort}`,
        port: containerPort,
        protocol,
      })),
    )
    return [`${namespace}/${component}`, { labels, address: `10.42.0.${at + 1}`, ports }]
  })
  const policies = estate.objects
    .filter(({ manifest }) => manifest.kind === 'NetworkPolicy')
    .map(({ manifest }) => {
      const { name, namespace } = manifest.metadata
      return [`${namespace}/${name}`, manifest.spec as NetworkPolicySpec] as const
    })
  const namespaces = [...plan.environments.map(({ name }) => [name, {}] as const), ['kube-system', {}] as const]
  return {
    namespaces: Object.fromEntries(namespaces),
    pods: Object.fromEntries([...pods, ['kube-system/dns', dnsPod]]),
    policies: Object.fromEntries(policies),
    addresses,
    ports: asked.map((port) => ({ port, protocol: 'TCP' })),
  }
}

const asked = [53, 80, 443, 587, 5432, 8080, 8081, 8082, 9000]

const dnsPod: CasePod = {
  labels: { 'k8s-app': 'kube-dns' },
  address: '10.42.1.1',
  ports: [{ name: 'dns-tcp', port: 53, protocol: 'TCP' }],
}

type Built = PortedComponent<never>

function platformOf({ components, outside, client: caller, environments }: Plan): Platform {
  const known = new Map<string, Built>(
    outside.map(({ name, port, address }) => [name, external(name, { listens: { out: port }, at: `${address}/32` })]),
  )
  for (const one of components.toReversed()) known.set(one.name, built(one, calledIn(one.calls, known)))
  const people = client('people', { calls: calledIn(caller, known) })
  const east = cluster('east', {
    kubernetes: '1.36',
    nodes: [node('n', { cpu: 64, memory: '256Gi' })],
    storage: { disk: { bound: 'node', default: true } },
  })
  return platform('harbour', {
    environments: environments.map(({ name, runs, isClosed, dns }) =>
      environment(name, {
        on: east,
        namespace: name,
        runs: [
          ...runs.flatMap((one) => known.get(one) ?? []),
          ...outside.flatMap((one) => known.get(one.name) ?? []),
          people,
        ],
        ...(isClosed && { policies: { defaultDeny: true, calls: true, ...(dns && { dns }) } }),
      }),
    ),
  })
}

function calledIn(calls: readonly PlannedCall[], known: ReadonlyMap<string, Built>): readonly CallTargetOption[] {
  return calls.flatMap(({ to, port }) => {
    const target = known.get(to)
    return target ? [port === undefined ? target : target.port(port as never)] : []
  })
}

function built({ name, kind, ports }: PlannedComponent, calls: readonly CallTargetOption[]): Built {
  const requests = { cpu: '100m', memory: '64Mi' } as const
  const image = 'example.com/it:1'
  if (kind === 'postgres') return postgres(name, { requests, members: 1, replication: 'none', volume: { size: '1Gi' } })
  if (kind === 'worker') return worker(name, { requests, image, calls })
  if (kind === 'job') return job(name, { requests, image, calls, schedule: '0 2 * * *' })
  return service(name, { requests, image, calls, listens: ports })
}
