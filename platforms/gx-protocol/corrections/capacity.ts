// Quotas that guard, volumes that end at their size, copies that have room, and somebody who scales.

import { step, volumeIn } from 'seaworthy'
import {
  type Correction,
  change,
  components,
  corrected,
  held,
  listed,
  manifests,
  promises,
} from '../../findings/changing.ts'
import { production } from '../as-written/cluster.ts'
import { stores } from './named.ts'

function quota(name: string, hard: { readonly [resource: string]: string }): Correction {
  return manifests('written', 'ResourceQuota', name, (manifest) => {
    const spec = held(manifest.spec)
    return { ...manifest, spec: { ...spec, hard: { ...held(spec.hard), ...hard } } }
  })
}

/** What Testnet requests with its jobs, and for Devnet what is left of the worker's eight cores. */
export const quotasFitTheWorker: Correction = (gx) =>
  corrected(gx, [
    quota('backend-testnet-quota', { 'requests.cpu': '5' }),
    change('environment', ['devnet'], (options) => ({
      ...options,
      quota: { ...held(options.quota), 'requests.cpu': 3 },
    })),
  ])

/** Logical volumes, each as large as it was asked for. */
export const volumesKeepTheirSize: Correction = (gx) =>
  corrected(gx, [
    change('cluster', ['gx-protocol-cluster'], (options) => ({
      ...options,
      storage: { ...held(options.storage), lvm: { bound: 'node', provisioner: 'topolvm.io' } },
    })),
    components(stores, (options) => ({ ...options, volume: { ...held(options.volume), class: 'lvm' } })),
    change('volume', [''], (options) => ({ ...options, class: 'lvm' })),
  ])

/** All data and all copies, and no more. */
export const quotaCountsStorage: Correction = (gx) =>
  corrected(gx, [
    quota('backend-mainnet-quota', { 'requests.storage': '430Gi' }),
    quota('backend-testnet-quota', { 'requests.storage': '190Gi' }),
  ])

/** All pods, a rollout of all Deployments, both jobs and the exporters. */
export const quotaHoldsARelease = quota('backend-mainnet-quota', {
  'requests.cpu': '18',
  'requests.memory': '34Gi',
})

/** What a copy takes is said, and there is room for thirty of each of the three. */
export const copiesHaveRoom = components(stores, (options) => ({
  ...options,
  backups: listed(options.backups).map((backup) => ({
    ...backup,
    size: '1500Mi',
    to: volumeIn(production, '150Gi', { class: 'local-path' }),
  })),
}))

export const scalesByHand = promises('grows', (options) => ({ ...options, by: 'person' }))

/** What the scheduler counts. */
export const looksAtRequests = change('procedure', ['pre-deployment'], (options) => ({
  ...options,
  steps: [step('verify cluster capacity', { does: 'verify', actor: 'person', measures: 'requests' })],
}))
