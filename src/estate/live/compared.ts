// A cluster as it stands, held against what files deploy there: where the two differ, and what no file holds.

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Estate, EstateObject } from '../estate.ts'
import { fieldsIn } from '../import/fields.ts'
import { byKind, type Differences, differencesOf, type OfKind } from './differences.ts'
import { isRunning } from './is-running.ts'
import { type LiveCluster, ownersOf } from './live-cluster.ts'

export interface LiveComparison extends Differences {
  readonly cluster: string
  /** The file of the snapshot. */
  readonly file: string
  /** The context that it was taken of. */
  readonly context: string
  readonly takenAt?: string
  readonly server?: string
  /** Workloads that run there and are in no file, or what owns them: they take room, and are not judged. Sorted. */
  readonly neighbours: readonly Ref[]
  /** Where most of what is not there stands by the same names: files that name no namespace are taken to mean `default`. */
  readonly elsewhere?: { readonly namespace: string; readonly objects: number }
  /** What else is there and in no file, by kind. */
  readonly others: readonly OfKind[]
}

export function comparedWithLive({ cluster, objects }: Estate, live: LiveCluster): LiveComparison {
  const { head } = live
  const byRef = new Map(objects.map((object) => [object.ref, object]))
  const beside = objects.filter(({ source, implied }) => source.live && !implied)
  // Of what somebody made, its maker is named: the pods of a workload in a file are no neighbours of it.
  const tops = new Set(beside.filter(isRunning).map((object) => ownersOf(object, byRef).at(-1) ?? ownName(object)))
  const neighbours = [...tops].filter((ref) => byRef.get(ref)?.source.live !== undefined || !byRef.has(ref))
  const found = differencesOf(objects, live.objects, head)
  const elsewhere = elsewhereOf(found, live)
  const rest = beside.filter((object) => !isRunning(object) && !tops.has(object.ref) && !isBookkeeping(object))
  return {
    cluster,
    file: head.at.file,
    context: head.name,
    ...(head.takenAt !== undefined && { takenAt: head.takenAt }),
    ...(head.server !== undefined && { server: head.server }),
    ...found,
    ...(elsewhere && { elsewhere }),
    neighbours: neighbours.sort(byCodePoint),
    others: byKind(rest),
  }
}

// The pods of one static manifest are named by their nodes.
function ownName({ ref, manifest }: EstateObject): Ref {
  const owner = fieldsIn(manifest.metadata.ownerReferences).find(({ kind }) => kind === 'Node')
  return owner && ref.endsWith(`-${owner.name}`) ? (ref.slice(0, -`-${owner.name}`.length) as Ref) : ref
}

// One name that stands elsewhere is chance; several of one place are a folder that was applied there.
const fewestElsewhere = 3

function elsewhereOf({ differences }: Differences, { objects }: LiveCluster): LiveComparison['elsewhere'] {
  const absent = differences.filter(({ ref, field }) => field === undefined && partsOf(ref).namespace === 'default')
  if (absent.length < fewestElsewhere) return undefined
  const byName = Map.groupBy(objects, ({ ref }) => nameless(ref))
  const counts = new Map<string, number>()
  for (const { ref } of absent)
    for (const other of byName.get(nameless(ref)) ?? []) {
      const { namespace } = partsOf(other.ref)
      counts.set(namespace, (counts.get(namespace) ?? 0) + 1)
    }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
  return most && most[1] * 2 > absent.length ? { namespace: most[0], objects: most[1] } : undefined
}

function nameless(ref: Ref): string {
  const { kind, name } = partsOf(ref)
  return `${kind}/${name}`
}

// What the control plane keeps for itself, in every namespace and in every cluster.
function isBookkeeping({ manifest, ref }: EstateObject): boolean {
  const { name } = partsOf(ref)
  const { labels } = manifest.metadata
  if (labels !== undefined && Object.hasOwn(labels, 'kubernetes.io/bootstrapping')) return true
  if (manifest.kind === 'PriorityClass') return name.startsWith('system-')
  if (manifest.kind === 'EndpointSlice' || manifest.kind === 'CSINode' || manifest.kind === 'Node') return true
  if (manifest.kind === 'ConfigMap') return name === 'kube-root-ca.crt'
  return manifest.kind === 'ServiceAccount' && name === 'default'
}
