// What waits for one device: every write of etcd ends in an fsync (etcd.io/docs/v3.6/op-guide/hardware, Disks), and so does
// every commit of a store. What fills or slows the disk stops both.

import { controlPlaneOf } from '../../engine/disruption/control-plane.ts'
import { boardOf } from '../../engine/placement/board.ts'
import { takesWhenEmpty } from '../../engine/placement/refusals.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Advice } from '../report.ts'
import type { View, World } from '../world.ts'

/** Stores whose volumes lie beside etcd, where the storage class says nothing of a device of its own. */
export function* oneDisk({ views }: World): Generator<Advice> {
  for (const view of views) {
    const beside = classesBeside(view)
    const etcd = beside.size > 0 ? controlPlaneOf(view.estate) : undefined
    if (!etcd) continue
    const voters = new Set(etcd.voters.map(({ name }) => name))
    const stores = storesOn(voters, beside, view)
    if (stores.length === 0) continue
    yield {
      id: `one-disk/${view.estate.cluster}`,
      says: {
        line: `${stores.length === 1 ? 'a store writes' : `${stores.length} stores write`} to the disk that etcd writes to: what fills or slows it stops the control plane and them at once`,
        rows: [
          ['etcd', [...voters].join(', ')],
          ...stores.map((pod) => [pod.name, [...classesIn(pod, beside)].join(', ')] as const),
        ],
      },
    }
  }
}

function classesBeside({ estate }: View): ReadonlySet<string> {
  return new Set(Object.entries(estate.classes).flatMap(([name, { besideEtcd }]) => (besideEtcd ? [name] : [])))
}

function storesOn(voters: ReadonlySet<string>, beside: ReadonlySet<string>, view: View): readonly PodClass[] {
  const board = boardOf(view.estate, view.pods, { denied: view.denied })
  return board.members
    .filter(({ pod }) => pod.steady && pod.count > 0 && classesIn(pod, beside).size > 0)
    .filter((member) => board.nodes.some(({ name }, node) => voters.has(name) && takesWhenEmpty(board, member, node)))
    .map(({ pod }) => pod)
    .sort((a, b) => (`${a.namespace}/${a.name}` < `${b.namespace}/${b.name}` ? -1 : 1))
}

function classesIn({ claims }: PodClass, beside: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(claims.flatMap((claim) => (beside.has(claim.class) ? [claim.class] : [])))
}
