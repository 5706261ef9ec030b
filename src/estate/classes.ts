import { boundByProvisioner } from '../knowledge/provisioners.ts'
import { keepsSize } from '../knowledge/volume-sizes.ts'
import type { Cluster } from '../platform/model.ts'
import { broughtClasses } from './brought.ts'
import type { StorageBound } from './estate.ts'
import { sortedBy } from './order.ts'
import { sourceOf } from './source.ts'

/** The storage classes of a cluster: those its distribution brings, and over them those it declares. */
export function classesOf(cluster: Cluster): { readonly [name: string]: StorageBound } {
  const brought = broughtClasses(cluster)
  const declared = Object.entries(cluster.storage).map(([name, said]): [string, StorageBound] => {
    const known = Object.hasOwn(brought, name) ? brought[name] : undefined
    const isKept = said.provisioner === undefined ? known?.keepsSize : keepsSize(said.provisioner)?.value
    return [
      name,
      {
        bound: said.bound ?? boundOf(said.provisioner) ?? known?.bound ?? 'unknown',
        default: said.default ?? known?.default ?? false,
        ...(isKept !== undefined && { keepsSize: isKept }),
        ...(known?.besideEtcd && said.provisioner === undefined && said.ownDevice !== true && { besideEtcd: true }),
        source: sourceOf(cluster, said.stated, cluster.stated),
      },
    ]
  })
  return Object.fromEntries(sortedBy([...Object.entries(brought), ...declared], ([name]) => name))
}

function boundOf(provisioner: string | undefined): StorageBound['bound'] | undefined {
  return provisioner === undefined ? undefined : boundByProvisioner(provisioner)?.value
}

/** The class of a claim that names none; undefined where the cluster has no default, or several. */
export function defaultClass(cluster: Cluster): string | undefined {
  const names = Object.entries(classesOf(cluster)).filter(([, { default: isDefault }]) => isDefault)
  return names.length === 1 ? names[0]?.[0] : undefined
}
