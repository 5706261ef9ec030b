import { combine } from '../combine.ts'
import type { BackupPlace } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Cluster } from '../model.ts'
import type { Price } from '../money.ts'
import { dnsLabel, dnsName, need, noun, price, size, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Size } from '../units.ts'

type Volume = Extract<BackupPlace, { is: 'volume' }>
type Outside = Extract<BackupPlace, { is: 'outside' }>

export interface VolumeInOptions {
  /** Name of a storage class of the cluster; default: the cluster's default class. */
  readonly class?: string
  /** Name of the claim. */
  readonly claim?: string
  readonly stated?: Stated
}

export const volumeSpec: NounSpec<VolumeInOptions & { cluster: Cluster; size: Size }, Volume> = {
  is: 'volume',
  word: 'volumeIn',
  fields: {
    cluster: need(noun('cluster'), 'where the volume is'),
    size: need(size, 'its size'),
    class: dnsName,
    claim: dnsLabel,
    stated,
  },
  build: (_, { cluster, ...options }) => ({ is: 'volume', cluster: cluster?.name ?? '', ...options }),
}

/** A volume of a cluster as the place of copies: they are lost with it. `volumeIn(live, '50Gi', { class: 'local' })` */
export function volumeIn(cluster: Cluster, size: Size, options: VolumeInOptions = {}): Volume {
  return make(volumeSpec, '', combine(options, { cluster, size }))
}

export interface OutsideOptions {
  /** What each Gi kept there costs by the month. */
  readonly pricePerGi?: Price
  readonly stated?: Stated
}

export const outsideSpec: NounSpec<OutsideOptions, Outside> = {
  is: 'outside',
  word: 'outside',
  named: text,
  fields: { pricePerGi: price, stated },
  build: (name, options) => ({ is: 'outside', name, ...options }),
}

/** A place outside every declared cluster: no declared failure reaches it. `outside('bucket in another region')` */
export function outside(name: string, options: OutsideOptions = {}): Outside {
  return make(outsideSpec, name, options)
}
