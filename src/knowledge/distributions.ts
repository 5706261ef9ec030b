import type { Distribution } from './distribution.ts'
import { k3s } from './k3s/k3s.ts'
import { kubeadm } from './kubeadm.ts'

export type { Distribution } from './distribution.ts'

const distributions: ReadonlyMap<string, Distribution> = new Map([k3s, kubeadm].map((each) => [each.name, each]))

/** What we know of a distribution; undefined for one that is not in the table. */
export function distributionOf(name: string): Distribution | undefined {
  return distributions.get(name.toLowerCase())
}
