// Clusters of a few nodes and workloads, for tests: only what a row says, everything else as Kubernetes has it.

import type { Estate, EstateNode, EstateObject } from '../../estate/estate.ts'
import { parseQuantity } from '../../kubernetes/quantity.ts'
import type { Labels, PodAffinityTerm, PodSpec, Ref, Taint, TopologySpreadConstraint } from '../../kubernetes/types.ts'
import type { ClaimUse, PodClass } from '../pods/pod-class.ts'

export interface SmallNode {
  readonly name: string
  readonly cpu?: string
  readonly memory?: string
  readonly pods?: string
  readonly zone?: string
  readonly labels?: Labels
  readonly taints?: readonly Taint[]
  readonly taken?: { readonly cpu?: string; readonly memory?: string; readonly says?: string }
}

export interface SmallClass {
  readonly name: string
  readonly kind?: PodClass['kind']
  readonly count?: number
  readonly namespace?: string
  readonly environment?: string
  readonly cpu?: string
  readonly memory?: string
  readonly labels?: Labels
  readonly nodeSelector?: Labels
  /** Key of a required anti-affinity against pods of `app` (its own name by default). */
  readonly apart?: readonly { readonly by: string; readonly from?: string }[]
  readonly near?: readonly { readonly by: string; readonly to: string }[]
  readonly spread?: readonly {
    readonly by: string
    readonly maxSkew: number
    readonly over?: Labels
    readonly more?: object
  }[]
  readonly hostPort?: number
  readonly claims?: readonly Partial<ClaimUse>[]
  readonly spec?: Partial<PodSpec>
}

const here = {}

export function smallEstate(nodes: readonly SmallNode[], more: Partial<Estate> = {}): Estate {
  return {
    cluster: 'shop',
    enforcesPolicy: { holds: true, source: here },
    nodes: nodes.map(nodeOf),
    pools: {},
    classes: {},
    objects: [],
    shown: [],
    facts: [],
    environments: [],
    taken: {},
    source: here,
    ...more,
  }
}

function nodeOf({
  name,
  cpu = '16',
  memory = '64Gi',
  pods = '110',
  zone,
  labels,
  taints = [],
  taken = {},
}: SmallNode): EstateNode {
  const zoneLabel: Labels = zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone }
  return {
    name,
    labels: { 'kubernetes.io/hostname': name, ...zoneLabel, ...labels },
    taints,
    allocatable: { cpu, memory, pods },
    ...(zone !== undefined && { zone }),
    taken,
    source: here,
  }
}

export function smallClass(given: SmallClass): PodClass {
  const { name, kind = 'Deployment', count = 1, namespace = 'shop', environment, labels, claims = [] } = given
  const requests = {
    ...(given.cpu && { cpu: parseQuantity(given.cpu) }),
    ...(given.memory && { memory: parseQuantity(given.memory) }),
  }
  return {
    workload: `${kind}/${namespace}/${name}` as Ref,
    kind,
    namespace,
    name,
    count,
    steady: kind !== 'Job' && kind !== 'CronJob',
    podNames: Array.from({ length: count }, (_, at) => (kind === 'StatefulSet' ? `${name}-${at}` : `${name}-#${at}`)),
    labels: { app: name, ...labels },
    spec: specOf(given),
    requests,
    limits: {},
    claims: claims.map((claim) => ({ claim: `data-${name}-#`, perPod: true, class: 'local', bound: 'node', ...claim })),
    source: here,
    component: name,
    ...(environment !== undefined && { environment }),
  }
}

const required = 'requiredDuringSchedulingIgnoredDuringExecution'

function specOf({ name, cpu, memory, nodeSelector, apart, near, spread, hostPort, spec }: SmallClass): PodSpec {
  const term = (by: string, app: string): PodAffinityTerm => ({
    topologyKey: by,
    labelSelector: { matchLabels: { app } },
  })
  return {
    containers: [
      {
        name: 'main',
        resources: { requests: { ...(cpu && { cpu }), ...(memory && { memory }) } },
        ...(hostPort && { ports: [{ containerPort: hostPort, hostPort, protocol: 'TCP' }] }),
      },
    ],
    ...(nodeSelector && { nodeSelector }),
    affinity: {
      ...(apart && { podAntiAffinity: { [required]: apart.map(({ by, from }) => term(by, from ?? name)) } }),
      ...(near && { podAffinity: { [required]: near.map(({ by, to }) => term(by, to)) } }),
    },
    ...(spread && {
      topologySpreadConstraints: spread.map(
        ({ by, maxSkew, over, more }): TopologySpreadConstraint => ({
          topologyKey: by,
          maxSkew,
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: over ?? { app: name } },
          ...more,
        }),
      ),
    }),
    ...spec,
  }
}

/** An object as it stands in an estate. */
export function smallObject(kind: string, name: string, rest: object, namespace = 'shop'): EstateObject {
  const manifest = { apiVersion: 'v1', kind, metadata: { name, namespace }, ...rest }
  return { ref: `${kind}/${namespace}/${name}` as Ref, manifest, origin: 'written', source: here }
}
