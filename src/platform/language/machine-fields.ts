// What is said of machines, one by one or in pools.

import {
  count,
  cpu,
  dnsLabel,
  either,
  type Fields,
  labelKey,
  labelValue,
  list,
  need,
  oneOf,
  percent,
  record,
  size,
  stated,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Percent, Size } from '../units.ts'

/** What already takes room, absolute or as a share: `{ cpu: '60%', stated: says('2.1', 58) }`. */
export interface TakenOptions {
  readonly cpu?: Cpu | Percent
  readonly memory?: Size | Percent
  readonly stated?: Stated
}

const shares = { cpu: either(cpu, percent), memory: either(size, percent), stated } satisfies Fields

export const taken = record("what is taken, such as { cpu: '60%' }", shares)

export const taints = list(
  record("a taint such as { key: 'dedicated', value: 'data', effect: 'NoSchedule' }", {
    key: need(labelKey, ''),
    value: labelValue,
    effect: need(oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'), 'what it does to pods'),
  }),
)

export const takenByPods = record("what is taken, such as { cpu: '60%', pods: { count: 35, in: ['shop'] } }", {
  ...shares,
  pods: record("pods such as { count: 35, in: ['shop'] }", {
    count: need(count(0), 'how many there are'),
    in: need(list(dnsLabel, 1), 'the namespaces that they are all in'),
  }),
})
