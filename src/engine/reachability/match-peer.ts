// Whether one peer of a rule takes the far end of a connection: yes, no, or it is not decided by what is shown.

import { type Block, blockOf, covers, mayHoldPods, overlaps } from './address.ts'
import { hasBit } from './bits.ts'
import {
  addressDoubt,
  blockOnPodsDoubt,
  type Doubt,
  namespaceLabelsDoubt,
  nodeAddressDoubt,
  podAddressDoubt,
  sourceAddressDoubt,
} from './doubt.ts'
import type { Party } from './party.ts'
import type { Direction, FarEnd, Policy } from './policy.ts'
import type { Reachability } from './reachability.ts'

export type Match = 'yes' | 'no' | Doubt

export function matchPeer(r: Reachability, policy: Policy, peer: FarEnd, party: Party, direction: Direction): Match {
  if (peer.ipBlock) return matchBlock(r.estate, peer.ipBlock, party, direction, peer.blockTakesPods)
  if (peer.takes) return peer.takes.includes(party.is) ? 'yes' : 'no'
  if (peer.mayTake) return peer.mayTake.ends.includes(party.is) ? peer.mayTake.doubt : 'no'
  if (party.is !== 'pods') return 'no'
  const set = r.peers.get(policy)?.get(peer)
  if (!set) return 'no'
  if (hasBit(set.sure, party.at)) return 'yes'
  return hasBit(set.maybe, party.at) ? namespaceLabelsDoubt(r.estate.cluster, party.namespace) : 'no'
}

// An address block that nobody can read takes nothing: the API server refuses it.
function matchBlock(
  { cluster, podBlocks }: Reachability['estate'],
  { cidr, except = [] }: NonNullable<FarEnd['ipBlock']>,
  party: Party,
  direction: Direction,
  takesPods: boolean | undefined,
): Match {
  const block = blockOf(cidr)
  if (!block || (takesPods === false && party.is !== 'outside')) return 'no'
  const holes = except.map(blockOf).filter((hole) => hole !== undefined)
  const everything = isWhole(block) && holes.length === 0
  if (party.is === 'pods') {
    if (everything) return takesPods ? 'yes' : blockOnPodsDoubt(cluster)
    return mayHoldPods(block, holes, podBlocks) ? podAddressDoubt(cluster) : 'no'
  }
  // What nobody gives an address is of either family.
  if (everything && (party.is === 'node' || !party.block || party.block.family === block.family)) return 'yes'
  if (party.is === 'node') return nodeAddressDoubt(cluster)
  const match = matchAddress(cluster, block, holes, party, cidr)
  return match === 'yes' && direction === 'ingress' ? sourceAddressDoubt(cluster) : match
}

function matchAddress(
  cluster: string,
  block: Block,
  holes: readonly Block[],
  party: Party & { is: 'outside' },
  cidr: string,
): Match {
  const { block: address, outside } = party
  if (!address) return addressDoubt(cluster, outside.outside, cidr)
  if (!overlaps(block, address) || holes.some((hole) => covers(hole, address))) return 'no'
  const inside = covers(block, address) && !holes.some((hole) => overlaps(hole, address))
  return inside ? 'yes' : addressDoubt(cluster, outside.outside, cidr)
}

function isWhole({ first, last, family }: Block): boolean {
  return first === 0n && last === (1n << (family === 4 ? 32n : 128n)) - 1n
}
