// Why a node does not take one more pod as things stand: what refuses it when empty, and what stands there already.

import type { Quantity } from '../../kubernetes/quantity.ts'
import { quantityOf, zeroQuantity } from '../../kubernetes/quantity.ts'
import { portsClash } from '../scheduling/host-ports.ts'
import { driverOf } from './attach-limits.ts'
import type { Member } from './board.ts'
import type { Reason } from './reasons.ts'
import { emptyNodeRefusals } from './refusals.ts'
import { spreadRefusal } from './spread.ts'
import { fits, type Stand, spreadCounts } from './stand.ts'

export function standRefusals(stand: Stand, member: Member, node: number): readonly Reason[] {
  const { board } = stand
  const whenEmpty = emptyNodeRefusals(board, member, node)
  if (whenEmpty.length > 0 || fits(stand, member, node)) return whenEmpty
  const reasons = [
    ...noRoom(stand, member, node),
    ...noPort(stand, member, node),
    ...notApart(stand, member, node),
    ...member.spread.flatMap((spread) => spreadRefusal(spread, node, spreadCounts(stand, spread)) ?? []),
  ]
  return reasons.length > 0 ? reasons : [...notNear(member, node), ...elsewhere(stand, member, node)]
}

function noRoom({ board, free }: Stand, { needs, pod }: Member, node: number): Reason[] {
  return board.resources.flatMap((resource, r): Reason[] => {
    const need = needs[r] ?? 0
    const left = free[node]?.[r] ?? 0
    if (need === 0 || need <= left) return []
    const driver = driverOf(resource)
    if (driver !== undefined)
      return [{ filter: 'NodeVolumeLimits', driver, left, asks: need, path: ['spec', 'volumes'] }]
    const asks = resource === 'pods' ? quantityOf(1) : (pod.requests[resource] ?? zeroQuantity)
    return [
      { filter: 'NodeResourcesFit', resource, asks, room: amountOf(resource, left), path: ['spec', 'containers'] },
    ]
  })
}

/** An amount on the board, as a quantity again: cpu is counted in thousandths. */
export function amountOf(resource: string, units: number): Quantity {
  const nano = BigInt(Math.trunc(units)) * (resource === 'cpu' ? 1_000_000n : 1_000_000_000n)
  return { nano, format: resource === 'memory' || resource === 'ephemeral-storage' ? 'BinarySI' : 'DecimalSI' }
}

function noPort({ board, on }: Stand, { ports }: Member, node: number): Reason[] {
  return ports.flatMap((wanted): Reason[] => {
    const holder = board.members.find(
      (other) => (on[node]?.[other.index] ?? 0) > 0 && other.ports.some((theirs) => portsClash(wanted, theirs)),
    )
    const [protocol = '', port] = wanted.port.split('/')
    return holder
      ? [{ filter: 'NodePorts', port: Number(port), protocol, holds: holder.pod.name, path: wanted.path }]
      : []
  })
}

function notApart({ board, on }: Stand, member: Member, node: number): Reason[] {
  const inDomain = (term: number, other: Member) => {
    const { of } = board.terms[term]?.domains ?? { of: new Int32Array() }
    const at = of[node] ?? -1
    return at !== -1 && board.nodes.some((_, n) => of[n] === at && (on[n]?.[other.index] ?? 0) > 0)
  }
  const reason = (term: number, other: Member): Reason[] => {
    const found = board.terms[term]
    if (!found) return []
    const { topologyKey, path } = found.term
    const domain = found.domains.names[found.domains.of[node] ?? -1] ?? ''
    const { name: holds, workload } = other.pod
    return [{ filter: 'InterPodAffinity', rule: 'apart', topologyKey, domain, holds, workload, path }]
  }
  const own = member.keepsApart.flatMap((term) => {
    const other = board.members.find((one) => one.keptFrom.includes(term) && inDomain(term, one))
    return other ? reason(term, other) : []
  })
  const others = member.keptFrom.flatMap((term) => {
    const owner = board.members[board.terms[term]?.owner ?? -1]
    return owner && owner !== member && inDomain(term, owner) ? reason(term, owner) : []
  })
  return [...own, ...others]
}

function notNear({ near }: Member, node: number): Reason[] {
  return near.map(({ term: { topologyKey, path }, domains }): Reason => {
    const domain = domains.names[domains.of[node] ?? -1]
    return { filter: 'InterPodAffinity', rule: 'near', topologyKey, ...(domain !== undefined && { domain }), path }
  })
}

/** A volume that several pods share was bound where the first of them stands. */
function elsewhere({ board, claims }: Stand, { pod }: Member, node: number): Reason[] {
  return pod.claims.flatMap(({ claim, class: storage, bound, perPod }): Reason[] => {
    const at = claims.get(`${pod.namespace}/${claim}`)
    if (perPod || at === undefined || at === node || (bound !== 'node' && bound !== 'zone')) return []
    const volumes = [{ claim, class: storage, bound }]
    return [{ filter: 'VolumeBinding', volumes, at: board.nodes[at]?.name ?? '' }]
  })
}
