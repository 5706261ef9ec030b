// Stores and the ledger: what they are, what copies are taken, and what can be promised of them.

import { bucket, cloudNativePg, outside, step } from 'seaworthy'
import { type Correction, change, components, corrected, held, listed, promises } from '../../findings/changing.ts'
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

/** What a dump can promise: the interval and the time that one takes. */
export const losesADump = promises('survives', (options) => ({ ...options, losing: '390m' }))

const copies = bucket('gx-protocol-copies', { host: 's3.another-provider.example', secret: 'gx-offsite-credentials' })

/** Copies lie outside the cluster, and it is said how long one takes. */
export const copiesLieOutside = components(stores, (options) => ({
  ...options,
  backups: listed(options.backups).map((backup) => ({ ...backup, takes: '30m', to: copies })),
}))

/** One primary that takes every write, with followers and a promotion: by an operator, and by Sentinels. */
export const replicationIsCarried: Correction = (gx) =>
  corrected(gx, [
    copiesLieOutside,
    components(['postgres'], ({ governedBy: _, headless: __, exporter: ___, ...options }) => ({
      ...options,
      replication: { mode: 'synchronous', failover: 'automatic', promotes: { from: '10s', to: '60s' } },
      operatedBy: cloudNativePg({ archive: { to: copies, takes: '60s' } }),
    })),
    components(['redis'], (options) => ({
      ...options,
      replication: { mode: 'asynchronous', failover: 'automatic', lag: '10s' },
      sentinel: {
        downAfter: '5s',
        requests: { cpu: '100m', memory: '128Mi' },
        limits: { cpu: '200m', memory: '256Mi' },
      },
    })),
    // Testnet has one member of each, which nobody follows.
    change('sized', [''], (sized) =>
      held(sized.component).name === 'redis'
        ? { ...sized, options: { ...held(sized.options), sentinel: undefined, replication: undefined } }
        : sized,
    ),
    // The operator keeps a budget of its own, and two over one pod let nobody evict it.
    change('environment', ['mainnet'], (options) => ({
      ...options,
      includes: listed(options.includes).filter(({ manifest }) => held(manifest).kind !== 'PodDisruptionBudget'),
    })),
  ])

/** What is promised of a lost node is that those that are left carry on; a lost member is made again afterwards. */
export const othersCarryOn = promises('survives', (options) =>
  held(options.failure).of === 'node' ? { ...options, restores: 'service' } : options,
)

/** What a follower that takes over may lack. */
export const losesTheLag = promises('survives', (options) => ({ ...options, losing: '10s' }))

/** The Service by which the members are found is declared with them. */
export const declaresTheHeadlessService = components(['postgres'], ({ governedBy, ...options }) =>
  governedBy === undefined ? options : { ...options, headless: governedBy },
)

/** Said of each component by itself: an operator runs the one, and the other is plain. */
export const marksWhatOperatorsRun = change('platform', ['gx-protocol'], (options) => ({
  ...options,
  promises: listed(options.promises).filter(
    (promise) => promise.kind !== 'operated' || held(promise.component).name === 'postgres',
  ),
}))

/** The partitions of one that is gone are another's after half a minute. */
export const partitionsAreTakenOver = components(['projector'], (options) => ({
  ...options,
  shares: { ...held(options.shares), takesOver: '30s' },
}))

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
    promises('recovers', (options) => (held(options.what).name === 'fabric' ? { ...options, losing: '80m' } : options)),
  ])

/** Volumes lie on a device of their own, and not on the disk of the node. */
export const givesVolumesADevice = change('cluster', ['gx-protocol-cluster'], (options) => ({
  ...options,
  storage: { 'local-path': { ...held(held(options.storage)['local-path']), ownDevice: true } },
}))
