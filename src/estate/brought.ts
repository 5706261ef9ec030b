// What the distribution of a cluster brings without being asked.

import { type Distribution, distributionOf } from '../knowledge/distributions.ts'
import { systemNamespaces } from '../knowledge/system-namespaces.ts'
import type { Labels, Manifest, Taint } from '../kubernetes/types.ts'
import { refOf } from '../kubernetes/types.ts'
import type { Cluster, DistributionPart } from '../platform/model.ts'
import type { Estate, EstateObject, EstateServer, Source, StorageBound } from './estate.ts'
import { given, unlessEmpty } from './given.ts'
import { fieldsAt, fieldsIn } from './import/fields.ts'
import { sourceOf } from './source.ts'

/** The namespaces that every API server makes, and the parts of a distribution that is known. */
export function broughtObjects(cluster: Cluster): readonly EstateObject[] {
  const distribution = knownOf(cluster)
  const source = distribution ? knownSource(cluster, distribution) : sourceOf(cluster, cluster.stated)
  return (distribution ? partsOf(distribution, cluster) : systemNamespaces).map((manifest) =>
    broughtObject(manifest, source),
  )
}

/** What the distribution makes of each Service of type LoadBalancer among the objects. */
export function balancers(cluster: Cluster, objects: readonly EstateObject[]): readonly EstateObject[] {
  const distribution = knownOf(cluster)
  const balances = distribution?.balances
  if (!distribution || !balances || cluster.without?.includes(balances.part as DistributionPart)) return []
  const source = knownSource(cluster, distribution)
  return objects
    .filter(({ manifest }) => manifest.kind === 'Service' && fieldsAt(manifest, 'spec').type === 'LoadBalancer')
    .map(({ manifest }) => {
      const { name = '', namespace = '' } = manifest.metadata
      const ports = fieldsIn(fieldsAt(manifest, 'spec').ports).flatMap(({ port }) =>
        typeof port === 'number' ? [port] : [],
      )
      return broughtObject(balances.make(name, namespace, ports), source)
    })
}

function broughtObject(manifest: Manifest, source: Source): EstateObject {
  return { ref: refOf(manifest), manifest, origin: 'brought', source }
}

// What balances is made of the Services that are there.
function partsOf({ brings, balances }: Distribution, { without = [] }: Cluster): readonly Manifest[] {
  return Object.entries(brings.parts)
    .filter(([part]) => part !== balances?.part && !without.includes(part as DistributionPart))
    .flatMap(([, manifests]) => manifests)
}

export function broughtClasses(cluster: Cluster): { readonly [name: string]: StorageBound } {
  const isOff = cluster.without?.includes('local-storage')
  const classes = isOff ? [] : Object.entries(knownOf(cluster)?.storageClasses ?? {})
  return Object.fromEntries(
    classes.map(([name, { bound, isDefault, keepsSize, besideEtcd, source }]) => [
      name,
      {
        bound,
        default: isDefault,
        keepsSize,
        ...(besideEtcd && { besideEtcd }),
        source: { ...sourceOf(cluster, cluster.stated), known: source },
      },
    ]),
  )
}

/** The labels by which nodes show their roles, with the values that the distribution gives them. */
export function roleLabels(cluster: Cluster, roles: readonly string[]): Labels {
  const usual = knownOf(cluster)?.serverLabels ?? {}
  return Object.fromEntries(
    roles.map((role) => {
      const label = `node-role.kubernetes.io/${role}`
      return [label, Object.hasOwn(usual, label) ? (usual[label] ?? '') : '']
    }),
  )
}

/** The taints with which the distribution keeps its servers free. */
export function roleTaints(cluster: Cluster, roles: readonly string[]): readonly Taint[] {
  return roles.includes('control-plane') ? (knownOf(cluster)?.serverTaints ?? []) : []
}

/** Whether policies act: what is said of the network plugin, else what the distribution brings. */
export function enforcement(cluster: Cluster): Estate['enforcesPolicy'] {
  const { cni } = cluster
  if (cni) return { holds: cni.enforcesPolicy, source: sourceOf(cluster, cni.stated, cluster.stated) }
  const distribution = knownOf(cluster)
  if (!distribution) return { holds: undefined, source: sourceOf(cluster, cluster.stated) }
  return { holds: distribution.enforcesNetworkPolicy, source: knownSource(cluster, distribution) }
}

/** How Services lead to pods: what is said, else what the distribution starts with; another network plugin may do it itself. */
export function proxyOf(cluster: Cluster): Estate['proxy'] {
  const { proxy, cni } = cluster
  if (proxy) return { mode: proxy.mode, source: sourceOf(cluster, proxy.stated, cluster.stated) }
  const distribution = cni?.name === undefined ? knownOf(cluster) : undefined
  return distribution && { mode: distribution.serviceProxy, source: knownSource(cluster, distribution) }
}

/** How the API server is started: what is said of it, else what the distribution does without being asked. */
export function serverOf(cluster: Cluster): EstateServer | undefined {
  const { server } = cluster
  const distribution = knownOf(cluster)
  const said = sourceOf(cluster, server?.stated, cluster.stated)
  const known = distribution && knownSource(cluster, distribution)
  const level = server?.audit ?? (distribution && (distribution.writesAuditLog ? 'Metadata' : 'None'))
  const holds = server?.encryptsSecrets ?? distribution?.encryptsSecrets
  const place = (option: unknown) => (option === undefined && known ? known : said)
  return unlessEmpty(
    given<EstateServer>({
      audit: level === undefined ? undefined : { level, source: place(server?.audit) },
      encryptsSecrets: holds === undefined ? undefined : { holds, source: place(server?.encryptsSecrets) },
    }),
  )
}

function knownOf({ distribution }: Cluster): Distribution | undefined {
  return distribution === undefined ? undefined : distributionOf(distribution)
}

function knownSource(cluster: Cluster, { source, asOf }: Distribution): Source {
  return { ...sourceOf(cluster, cluster.stated), known: `${source} (${asOf})` }
}
