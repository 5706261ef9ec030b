// Why a node does not take a pod: the scheduler's filters as data, and the words for them, made in one place.

import { formatQuantity, type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import type { NodeRequirement, Ref, Taint } from '../../kubernetes/types.ts'

/** The scheduler's filters, by the names of its plugins; `NodeLost` is ours: the node itself is away. */
export type Filter =
  | 'NodeLost'
  | 'NodeName'
  | 'NodeAffinity'
  | 'TaintToleration'
  | 'NodePorts'
  | 'NodeResourcesFit'
  | 'NodeVolumeLimits'
  | 'VolumeBinding'
  | 'InterPodAffinity'
  | 'PodTopologySpread'

/** A field in the pod template: `['spec', 'nodeSelector', 'disk']`. */
export type TemplatePath = readonly (string | number)[]

/** One requirement on a node that it does not meet; `has` is its value of that label. */
export interface Unmet extends NodeRequirement {
  readonly has?: string
}

/** A volume that cannot go where its pod would have to. */
export interface TiedVolume {
  readonly claim: string
  readonly class: string
  readonly bound: 'node' | 'zone'
}

export type Reason = { readonly path?: TemplatePath } & (
  | { readonly filter: 'NodeLost'; readonly volumes: readonly TiedVolume[] }
  | { readonly filter: 'NodeName'; readonly wants: string }
  /** `unmet`: one requirement of each of the terms, any of which would have done. */
  | { readonly filter: 'NodeAffinity'; readonly unmet: readonly Unmet[] }
  | { readonly filter: 'TaintToleration'; readonly taint: Taint }
  | { readonly filter: 'NodePorts'; readonly port: number; readonly protocol: string; readonly holds: string }
  | {
      readonly filter: 'NodeResourcesFit'
      readonly resource: string
      readonly asks: Quantity
      /** Allocatable minus what is taken. */
      readonly room: Quantity
      readonly taken?: Quantity
    }
  /** `left`: how many more volumes of the driver the node attaches. */
  | { readonly filter: 'NodeVolumeLimits'; readonly driver: string; readonly left: number; readonly asks: number }
  | { readonly filter: 'VolumeBinding'; readonly volumes: readonly TiedVolume[]; readonly at: string }
  | {
      readonly filter: 'InterPodAffinity'
      readonly rule: 'apart'
      readonly topologyKey: string
      /** The value of the key that the node shares, `zone-a`. */
      readonly domain: string
      readonly holds: string
      readonly workload: Ref
    }
  | {
      readonly filter: 'InterPodAffinity'
      readonly rule: 'near'
      readonly topologyKey: string
      readonly domain?: string
    }
  | {
      readonly filter: 'PodTopologySpread'
      readonly topologyKey: string
      readonly domain?: string
      readonly holds?: number
      readonly least?: number
      readonly maxSkew: number
    }
)

export const hostnameKey = 'kubernetes.io/hostname'
export const zoneKey = 'topology.kubernetes.io/zone'

/** The reason in words that follow the node's name: `lacks the label disk=ssd`. */
export function sayReason(reason: Reason): string {
  switch (reason.filter) {
    case 'NodeLost':
      return reason.volumes.length === 0 ? 'gone' : `gone, and with it ${sayVolumes(reason.volumes)}`
    case 'NodeName':
      return `is not ${reason.wants}, which the pod names`
    case 'NodeAffinity':
      return reason.unmet.length === 0 ? 'no rule of the pod takes any node' : reason.unmet.map(sayUnmet).join(', and ')
    case 'TaintToleration':
      return `has the taint ${sayTaint(reason.taint)}, which the pod does not tolerate`
    case 'NodePorts':
      return `holds ${reason.holds}: host port ${reason.port}/${reason.protocol}`
    case 'NodeResourcesFit':
      return sayResources(reason)
    case 'NodeVolumeLimits':
      return `attaches ${reason.left === 1 ? '1 more volume' : `${reason.left || 'no'} more volumes`} of ${reason.driver}, and the pod has ${reason.asks}`
    case 'VolumeBinding':
      return `has no ${sayVolumes(reason.volumes, reason.at)}`
    case 'InterPodAffinity':
      return reason.rule === 'apart' ? sayApart(reason) : sayNear(reason)
    case 'PodTopologySpread':
      return saySpread(reason)
  }
}

/** `dedicated=fabric:NoSchedule`. */
function sayTaint({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`
}

function sayUnmet({ key, operator, values = [], has }: Unmet): string {
  const list = values.join(' or ')
  switch (operator) {
    case 'Exists':
      return `lacks the label ${key}`
    case 'In':
      if (key === 'metadata.name') return `is not ${list}`
      return has === undefined ? `lacks the label ${key}=${list}` : `has the label ${key}=${has}, not ${list}`
    case 'NotIn':
      return key === 'metadata.name'
        ? `is ${list}, which is ruled out`
        : `has the label ${key}=${has}, which is ruled out`
    case 'DoesNotExist':
      return `has the label ${key}, which is ruled out`
    case 'Gt':
    case 'Lt':
      return has === undefined
        ? `lacks the label ${key}`
        : `has the label ${key}=${has}, not ${operator === 'Gt' ? 'above' : 'below'} ${list}`
  }
}

function sayVolumes(volumes: readonly TiedVolume[], at?: string): string {
  const names = volumes.map((volume) => volume.claim).join(', ')
  const ties = [...new Set(volumes.map((volume) => `${volume.class} is bound to its ${volume.bound}`))].join(', ')
  const place = at === undefined ? '' : `, which stays on ${at}`
  return at === undefined
    ? `the volume${volumes.length > 1 ? 's' : ''} ${names} (${ties})`
    : `volume ${names}${place} (${ties})`
}

function sayResources({ resource, asks, room, taken }: Extract<Reason, { filter: 'NodeResourcesFit' }>): string {
  const after = taken && taken.nano > 0n ? ` beside the ${sayQuantity(resource, taken)} already taken` : ''
  if (resource === 'pods') return `has no pod slot left (${formatQuantity(room)})`
  return `has room for ${sayAmount(resource, room)}${after}, and the pod asks for ${sayAmount(resource, asks)}`
}

function sayAmount(resource: string, q: Quantity): string {
  const said = sayQuantity(resource, q)
  return resource === 'cpu' ? said : `${said} of ${resource}`
}

function sayApart({ topologyKey, domain, holds }: Extract<Reason, { rule: 'apart' }>): string {
  const where = topologyKey === hostnameKey ? '' : `${domain} `
  return `${where}holds ${holds}: required anti-affinity on ${topologyKey}`
}

function sayNear({ topologyKey, domain }: Extract<Reason, { rule: 'near' }>): string {
  return domain === undefined
    ? `lacks the label ${topologyKey}, which the required affinity needs`
    : `${topologyKey === hostnameKey ? '' : `${domain} `}holds no pod that the required affinity on ${topologyKey} asks for`
}

function saySpread({
  topologyKey,
  domain,
  holds,
  least,
  maxSkew,
}: Extract<Reason, { filter: 'PodTopologySpread' }>): string {
  if (domain === undefined) return `lacks the label ${topologyKey}, over which the pods are spread`
  return `${domain} holds ${holds}, the emptiest ${topologyKey} ${least}: one more goes beyond maxSkew ${maxSkew}`
}
