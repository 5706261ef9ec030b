// Stores and the ledger: what they are, what copies are taken, and what can be promised of them.

import { outside, step } from 'seaworthy'
import { type Correction, change, components, corrected, held, listed, promises } from '../changing.ts'
import { stores } from './named.ts'

/** A single instance, named so, without the budget of three. */
export const oneHonestInstance: Correction = (gx) =>
  corrected(gx, [
    components(stores, ({ replication: _, names: __, budget: ___, ...options }) => ({ ...options, members: 1 })),
    change('environment', ['mainnet'], (options) => ({
      ...options,
      includes: listed(options.includes).filter(({ manifest }) => held(manifest).kind !== 'PodDisruptionBudget'),
    })),
  ])

/** Copies lie outside the cluster, and it is said how long one takes. */
export const copiesLieOutside = components(stores, (options) => ({
  ...options,
  backups: listed(options.backups).map((backup) => ({
    ...backup,
    takes: '30m',
    to: outside('object storage of another provider'),
  })),
}))

/** What a dump can promise: the interval and the time that one takes. */
export const losesADump: Correction = (gx) =>
  corrected(gx, [
    promises('survives', (options) => ({ ...options, losing: '390m' })),
    promises('recovers', (options) =>
      held(options.store).name === 'postgres' ? { ...options, losing: '390m' } : options,
    ),
  ])

/** The two steps of the rebuild that had no time. */
export const timesTheRebuild = change('procedure', ['rebuild-the-cluster'], (options) => ({
  ...options,
  steps: (options.steps as readonly { name: string; takes?: string; does: string }[]).map((one) =>
    one.takes ? one : step(one.name, { does: one.does as 'verify', actor: 'person', takes: '2h' }),
  ),
}))

/** At most two of the five on one node. */
export const spreadsOrderers = components(['fabric'], (options) => ({
  ...options,
  orderers: {
    ...held(options.orderers),
    place: {
      require: [{ label: 'node-role.kubernetes.io/control-plane' }],
      spread: [{ by: 'kubernetes.io/hostname', maxSkew: 1, how: 'required', over: { app: 'fabric', role: 'orderer' } }],
    },
  },
}))

/** Snapshots of the peers outside the cluster, and what they can promise. */
export const ledgerHasSnapshots: Correction = (gx) =>
  corrected(gx, [
    components(['fabric'], (options) => ({
      ...options,
      peers: {
        ...held(options.peers),
        backups: [{ by: 'snapshot', every: '1h', takes: '20m', to: outside('object storage of another provider') }],
      },
    })),
    promises('recovers', (options) =>
      held(options.store).name === 'fabric' ? { ...options, losing: '80m' } : options,
    ),
  ])
