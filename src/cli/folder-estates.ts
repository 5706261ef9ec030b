// A folder as estates, one per cluster: what its applications deploy, or all of it where none do; with what was not read.

import { isPromises } from '../check/beside/is-promises.ts'
import { isDeclaring } from '../check/declared/is-declaring.ts'
import type { Note, Unread } from '../check/report.ts'
import type { Estate } from '../estate/estate.ts'
import { withFollowers } from '../estate/followers.ts'
import { importManifests } from '../estate/import.ts'
import type { LiveComparison } from '../estate/live/compared.ts'
import { isMonitored } from '../estate/monitoring/is-monitored.ts'
import { withClusterNames } from '../estate/name-environments.ts'
import type { ReadManifest } from '../kubernetes/read.ts'
import type { Platform } from '../platform/model.ts'
import { plainRead, unsaidOf } from './folder/estate-notes.ts'
import { folderNotes } from './folder/folder-notes.ts'
import { plainCluster, told } from './folder/plain-cluster.ts'
import { type ReadFolder, readFolder } from './folder.ts'
import { type Beside, besideOf } from './given-beside.ts'
import type { Given } from './options.ts'
import type { pathOptions } from './path-options.ts'
import type { PromisesBeside } from './promises-beside.ts'
import { Refusal } from './refusal.ts'

export interface FolderEstates {
  readonly estates: readonly Estate[]
  readonly unread: readonly Unread[]
  readonly notes: readonly Note[]
  /** What promises files promise, and their documents. */
  readonly promises: Platform['promises']
  /** Where a document declares what stands where: the whole that it is. */
  readonly platform?: Platform
  readonly documents: readonly ReadManifest[]
  /** Clusters as they stand, in the order of the estates; absent where no snapshot was given. */
  readonly live?: readonly LiveComparison[]
}

/** What files cannot say, and the command line that asks. */
export interface FolderAsking extends Given<typeof pathOptions> {
  readonly doing: string
}

export async function folderEstates(path: string, asking: FolderAsking): Promise<FolderEstates> {
  const whole = readFolder(path)
  const declared = await declaredIn(whole, asking)
  if (declared?.whole) return declared.whole
  const folder = { ...whole, manifests: whole.manifests.filter(({ manifest }) => !isPromises(manifest)) }
  if (folder.files.length === 0) {
    throw new Refusal('no file in it ends in .yaml, .yml or .json', {
      doing: asking.doing,
      next: 'name the folder that holds the manifests',
    })
  }
  const { clusters, unread, notes } = mayBeRendered(folder)
    ? await (await import('./rendering/rendered-clusters.ts')).renderedClusters(folder, asking)
    : { clusters: [plainCluster(folder)], unread: [], notes: [plainRead(folder), ...folderNotes(folder)] }
  const beside = await besideOf(
    clusters.map(({ name }) => name),
    asking,
  )
  const imported = clusters.map((cluster) =>
    importManifests([...cluster.manifests, ...beside.objectsOf(cluster.name)], {
      ...cluster,
      cluster: cluster.name,
      kubernetes: asking.kubernetes,
      enforcesPolicy: beside.enforcesPolicy,
      live: beside.liveOf(cluster.name),
    }),
  )
  const read = await monitored(imported.map(({ estate }) => estate))
  // A folder that names no cluster is one place, and its namespaces are told apart by their names alone.
  const named = withFollowers(read.map((estate) => (estate.cluster === 'cluster' ? estate : withClusterNames(estate))))
  const { estates, promises, documents, unread: slips } = await promised(named, whole, asking)
  const faults = [...unread, ...imported.flatMap(({ problems }) => problems)]
  return {
    estates,
    unread: [
      ...(declared?.unread ?? []),
      ...[...clusters.flatMap((cluster) => cluster.unread), ...faults].map(told),
      ...slips,
    ],
    notes: [...estates.flatMap(unsaidOf), ...notes],
    promises,
    documents,
    live: await comparisons(estates, beside),
  }
}

/** What a document among the files declares; where a slip in it spoils that, only the slips. */
async function declaredIn(folder: ReadFolder, asking: FolderAsking) {
  if (!folder.manifests.some(({ manifest }) => isPromises(manifest) && isDeclaring(manifest))) return undefined
  const { declaredFolder } = await import('./declared-folder.ts')
  return declaredFolder(folder, asking)
}

async function comparisons(
  estates: readonly Estate[],
  { liveOf }: Beside,
): Promise<readonly LiveComparison[] | undefined> {
  const held = estates.flatMap((estate) => {
    const live = liveOf(estate.cluster)
    return live ? [{ estate, live }] : []
  })
  if (held.length === 0) return undefined
  const { comparedWithLive } = await import('../estate/live/compared.ts')
  return held.map(({ estate, live }) => comparedWithLive(estate, live))
}

// A parser of expressions is loaded only where there are some.
async function monitored(estates: readonly Estate[]): Promise<readonly Estate[]> {
  if (!estates.some(isMonitored)) return estates
  const { withMonitoring } = await import('../estate/monitoring/with-monitoring.ts')
  return estates.map(withMonitoring)
}

// Most folders promise nothing, and load nothing of it.
async function promised(
  estates: readonly Estate[],
  { manifests }: ReadFolder,
  { promises: given = [], doing }: FolderAsking,
): Promise<PromisesBeside> {
  const found = manifests.filter(({ manifest }) => isPromises(manifest) && !isDeclaring(manifest))
  if (found.length + given.length === 0) return { estates, promises: [], unread: [], documents: [] }
  const { promisesBeside } = await import('./promises-beside.ts')
  return promisesBeside(estates, { found, given, doing })
}

// Applications, charts and kustomizations are looked at only where there are some: most of this is not loaded otherwise.
function mayBeRendered({ marks, manifests }: ReadFolder): boolean {
  return (
    marks.charts.length + marks.kustomizations.length > 0 ||
    manifests.some(({ manifest: { apiVersion } }) => /^argoproj\.io\/|\.toolkit\.fluxcd\.io\//.test(apiVersion))
  )
}
