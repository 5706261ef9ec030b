// A volume of each member: what may be said of it, and the state that lies there.

import type { State } from '../component.ts'
import type { AccessMode } from '../model.ts'
import { accessMode, dnsLabel, dnsName, type Fields, path, record, size, stated } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Size } from '../units.ts'
import { present } from './workload.ts'

export interface VolumeOptions {
  /** Without it no claim is made: what the volume takes is then unknown. */
  readonly size?: Size
  /** Name of a storage class of the cluster; default: the cluster's default class. */
  readonly class?: string
  /** Name of the claim template; default `data`. */
  readonly claim?: string
  readonly mount?: string
  /** Default `ReadWriteOnce`: pods of one node mount it. */
  readonly accessMode?: AccessMode
  readonly stated?: Stated
}

export const volumeFields = {
  size,
  class: dnsName,
  claim: dnsLabel,
  mount: path,
  accessMode,
  stated,
} satisfies Fields

export const volumeField = record("a volume such as { size: '100Gi' }", volumeFields)

export function stateOf(of: string, volume: VolumeOptions, usual: string): State {
  const { class: storageClass, claim = 'data', mount = usual, ...said } = volume
  return present({ of, claim, class: storageClass, mount, ...said })
}
