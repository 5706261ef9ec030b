// Whether an address block takes pods is left to the network plugin: both kinds of plugin are asked.

import { blockOf } from '../../src/engine/reachability/address.ts'
import type { NetworkPolicySpec, Peer } from '../../src/kubernetes/types.ts'
import type { PolicyCase } from './policy-case.ts'

/**
 * `written`: blocks take pods by the addresses that the case gives them. `whole`: blocks of every address take every
 * pod, others none. `none`: no block takes any pod.
 */
export type World = 'written' | 'whole' | 'none'

export function worldsOf({ policies }: PolicyCase): readonly World[] {
  const hasBlocks = Object.values(policies).some((spec) => peersOf(spec).some(({ ipBlock }) => ipBlock))
  return hasBlocks ? ['written', 'whole', 'none'] : ['written']
}

const everyPod: Peer = { namespaceSelector: {} }
const noPod: Peer = { namespaceSelector: { matchLabels: { none: 'has-this' } } }

export function inWorld(spec: NetworkPolicySpec, world: World): NetworkPolicySpec {
  if (world === 'written') return spec
  const turned = (peers: readonly Peer[] | undefined) =>
    peers?.map((peer) => (peer.ipBlock ? (world === 'whole' && isWhole(peer.ipBlock) ? everyPod : noPod) : peer))
  return {
    ...spec,
    ...(spec.ingress && { ingress: spec.ingress.map((rule) => ({ ...rule, from: turned(rule.from) })) }),
    ...(spec.egress && { egress: spec.egress.map((rule) => ({ ...rule, to: turned(rule.to) })) }),
  }
}

function isWhole({ cidr, except = [] }: NonNullable<Peer['ipBlock']>): boolean {
  return except.length === 0 && blockOf(cidr)?.first === 0n && cidr.endsWith('/0')
}

function peersOf({ ingress, egress }: NetworkPolicySpec): readonly Peer[] {
  return [...(ingress ?? []).flatMap(({ from }) => from ?? []), ...(egress ?? []).flatMap(({ to }) => to ?? [])]
}
