// A store that CloudNativePG runs, as its Cluster. Field names: config/crd/bases/postgresql.cnpg.io_clusters.yaml of 1.30.

import type { Manifest } from '../../kubernetes/types.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Backup, Bucket, Operated, Placement } from '../../platform/component.ts'
import { secondsOf } from '../../platform/units.ts'
import { given, unlessEmpty } from '../given.ts'
import { affinity } from './affinity.ts'
import { amounts, envFrom } from './container.ts'
import { archivePlace, archivesAs, followsOf } from './follows.ts'
import { selectorOf } from './labels.ts'
import { metadataOf } from './metadata.ts'
import { endpointsOf, type Placed, statesOf } from './placed.ts'
import { wholeSeconds } from './seconds.ts'
import { tolerations } from './tolerations.ts'
import { topologySpread } from './topology-spread.ts'

export function postgresCluster(placed: Placed, operator: Operated): Manifest {
  const { workload, component } = placed
  const [state] = statesOf(placed)
  const follows = followsOf(placed, operator)
  const { version, image } = component.options as { version?: string; image?: string }
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: metadataOf(placed),
    spec: given({
      instances: workload.replicas,
      // Its own budget would let nobody drain the node of a single instance.
      enablePDB: workload.replicas === 1 ? false : undefined,
      // Policies and people find the pods by it, as those of any other component.
      inheritedMetadata: { labels: selectorOf(placed) },
      imageName: image ?? (version && `ghcr.io/cloudnative-pg/postgresql:${version}`),
      bootstrap: bootstrap(operator, follows),
      storage: given({ size: state?.size, storageClass: state?.class }),
      resources: unlessEmpty(given({ requests: amounts(workload.requests), limits: amounts(workload.limits) })),
      affinity: affinityOf(placed),
      topologySpreadConstraints: topologySpread(placed),
      envFrom: unlessEmpty(envFrom(workload)),
      postgresql: unlessEmpty(postgresql(placed, operator)),
      managed: managed(placed),
      backup: backup(placed),
      ...following(follows),
    }),
  }
}

function bootstrap({ owner }: Operated, follows: Operated['follows']): object | undefined {
  if (follows) return { recovery: { source: follows.of } }
  return owner && { initdb: { database: owner.database, owner: owner.user, secret: { name: owner.secret } } }
}

// The operator writes the rule itself, from its kind and its key; what keeps pods on certain nodes is as elsewhere.
function affinityOf(placed: Placed): object | undefined {
  const { apart } = placed.workload.place
  const rule: Placement['apart'][number] | undefined = apart.find(({ how }) => how === 'required') ?? apart[0]
  return unlessEmpty(
    given({
      podAntiAffinityType: rule?.how,
      topologyKey: rule?.by,
      nodeAffinity: affinity(placed)?.nodeAffinity,
      tolerations: tolerations(placed.workload),
    }),
  )
}

// One follower has every row before it counts, and after the loss of the primary only one that may have them all is
// promoted (docs: replication, synchronous; failover quorum).
const synchronous = { method: 'any', number: 1, dataDurability: 'required', failoverQuorum: true }

function postgresql({ traits, workload }: Placed, { archive }: Operated): object {
  const seconds = archive?.every === undefined ? undefined : wholeSeconds(archive.every)
  return given({
    parameters: seconds === undefined ? undefined : { archive_timeout: `${seconds}s` },
    synchronous: traits.replicates?.mode === 'synchronous' && workload.replicas > 1 ? synchronous : undefined,
  })
}

/** Names of one's own for the roles that the operator keeps. */
function managed(placed: Placed): object | undefined {
  const additional = endpointsOf(placed).flatMap(({ name, role }) =>
    role === undefined
      ? []
      : { selectorType: role === 'replica' ? 'ro' : 'rw', serviceTemplate: { metadata: { name } } },
  )
  return additional.length === 0 ? undefined : { services: { additional } }
}

function backup({ component, environment, traits }: Placed): object | undefined {
  const place = archivePlace(traits)
  if (!place) return undefined
  const base = traits.backsUp.find(({ to }) => to?.is === 'bucket')
  const serverName = archivesAs(component.name, environment)
  return given({ barmanObjectStore: objectStore(place, serverName), retentionPolicy: base && retention(base) })
}

/** A bucket as the operator is told of it. */
function objectStore({ name, host, port, secret }: Bucket, serverName: string): object {
  return {
    destinationPath: `s3://${name}`,
    endpointURL: `https://${host}${port === undefined ? '' : `:${port}`}`,
    serverName,
    s3Credentials: {
      accessKeyId: { name: secret, key: 'ACCESS_KEY_ID' },
      secretAccessKey: { name: secret, key: 'ACCESS_SECRET_KEY' },
    },
    wal: { compression: 'gzip' },
    data: { compression: 'gzip' },
  }
}

// The operator keeps copies by age: whole days, so that there are never fewer than are said.
function retention({ keep, every }: Backup): string | undefined {
  const age =
    typeof keep === 'number'
      ? keep * (every === undefined ? Number.NaN : cadenceSeconds(every))
      : (secondsOf(keep) ?? Number.NaN)
  return Number.isNaN(age) ? undefined : `${Math.ceil(age / 86_400)}d`
}

function following(follows: Operated['follows']): { readonly replica?: object; readonly externalClusters?: object } {
  if (!follows) return {}
  const { of, archive } = follows
  return {
    replica: { enabled: true, source: of },
    externalClusters: [{ name: of, barmanObjectStore: objectStore(archive, of) }],
  }
}
