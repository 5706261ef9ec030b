// The members of etcd that nodes carry: the control plane writes only while a majority of them is there.
// Source: https://docs.k3s.io/datastore/ha-embedded, kubernetes.io/docs/setup/production-environment/tools/kubeadm/ha-topology.

import type { Estate, EstateNode } from '../../estate/estate.ts'
import { distributionOf } from '../../knowledge/distributions.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Assumption } from '../assumption.ts'

export interface ControlPlane {
  /** Sorted by name. */
  readonly voters: readonly EstateNode[]
  /** A majority: more than half. */
  readonly needed: number
  readonly mayLose: number
  /** Where no node shows the role: that the distribution's servers carry it. */
  readonly assumes: readonly Assumption[]
}

const role = (name: string) => `node-role.kubernetes.io/${name}`

/** Nodes with the role `etcd`; where none has it, the servers of a distribution that embeds it. Undefined where neither shows. */
export function controlPlaneOf(estate: Estate): ControlPlane | undefined {
  const shown = withRole(estate, 'etcd')
  const embeds = shown.length === 0 && distributionOf(estate.distribution ?? '')?.embedsEtcd === true
  const voters = embeds ? withRole(estate, 'control-plane') : shown
  if (voters.length === 0) return undefined
  const needed = Math.floor(voters.length / 2) + 1
  return { voters, needed, mayLose: voters.length - needed, assumes: embeds ? [embedded(estate)] : [] }
}

function withRole({ nodes }: Estate, name: string): readonly EstateNode[] {
  return nodes.filter(({ labels }) => Object.hasOwn(labels, role(name))).toSorted((a, b) => byCodePoint(a.name, b.name))
}

function embedded({ cluster, distribution, source }: Estate): Assumption {
  return {
    id: `etcd/${cluster}`,
    says: `etcd of ${cluster} runs on its control-plane nodes, as ${distribution} has it, and nowhere else`,
    kind: 'outside',
    source,
  }
}
