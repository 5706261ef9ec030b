// One machine of a cluster.

import { make, type NounSpec } from '../make.ts'
import type { Node } from '../model.ts'
import type { Price } from '../money.ts'
import { cpu, dnsLabel, dnsName, labels, labelValue, list, need, price, size, stated } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Size } from '../units.ts'
import { type TakenOptions, taints, taken } from './machine-fields.ts'

export interface NodeOptions {
  readonly cpu: Cpu
  readonly memory: Size
  readonly disk?: Size
  /** The place that fails as a whole: data centre, availability zone. */
  readonly zone?: string
  /** As kubectl shows them; role `control-plane` is the label `node-role.kubernetes.io/control-plane`. */
  readonly roles?: readonly string[]
  readonly labels?: { readonly [key: string]: string }
  readonly taints?: Node['taints']
  /** What already takes room there and is not among the declared components' requests. */
  readonly taken?: TakenOptions
  /** What it costs by the month, with its local disks: `'$600/month'`, or `{ from: '$500/month', to: '$750/month' }`. */
  readonly price?: Price
  readonly stated?: Stated
}

export const nodeSpec: NounSpec<NodeOptions, Node> = {
  is: 'node',
  word: 'node',
  named: dnsName,
  fields: {
    cpu: need(cpu, 'how much there is'),
    memory: need(size, 'how much there is'),
    disk: size,
    zone: labelValue,
    roles: list(dnsLabel),
    labels,
    taints,
    taken,
    price,
    stated,
  },
  build: (name, options) => ({ is: 'node', name, roles: [], labels: {}, taints: [], ...options }),
}

/** A machine of a cluster. `node('n1', { cpu: 16, memory: '64G', zone: 'east', roles: ['control-plane'] })` */
export function node(name: string, options: NodeOptions): Node {
  return make(nodeSpec, name, options)
}
