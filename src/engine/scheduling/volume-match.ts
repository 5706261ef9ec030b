// Which volume a claim without one is given on a node, and whether one can be made there.
// Source: k8s.io/component-helpers@v0.36.3/storage/volume/pv_helpers.go:186 (FindMatchingVolume),
// pkg/scheduler/framework/plugins/volumebinding/binder.go:914 (checkVolumeProvisions).

import { matchesNodeTerm } from '../../kubernetes/node-selector.ts'
import { compareQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { amountOf } from '../pods/amounts.ts'
import { fieldsIn, fieldsOf, listOf } from '../pods/untrusted.ts'
import { selectorOf } from './affinity-terms.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import type { Claim, Storage, StorageClass, Volume } from './storage.ts'

/** Only labels count here: a term that names the node takes none (helpers.go:68). */
export function isReachable({ nodes }: Pick<Volume, 'nodes'>, { labels }: SchedulingNode): boolean {
  return nodes === undefined || nodes.some((term) => matchesNodeTerm(term, { name: '', labels }))
}

/** The volume kept for the claim, else the smallest that suits; undefined where there is none for this node. */
export function matchingVolume(
  claim: Claim,
  volumes: readonly Volume[],
  node: SchedulingNode,
  taken: ReadonlySet<Volume>,
): Volume | undefined {
  let smallest: Volume | undefined
  for (const volume of volumes) {
    if (taken.has(volume) || (volume.claim && !isKeptFor(volume, claim)) || !isLikeAsked(volume, claim)) continue
    if (isKeptFor(volume, claim)) return isReachable(volume, node) ? volume : undefined
    if (!isFree(volume, claim) || !isReachable(volume, node)) continue
    if (!smallest || compareQuantity(smallest.capacity, volume.capacity) > 0) smallest = volume
  }
  return smallest
}

function isKeptFor({ claim: kept }: Volume, { namespace, name, uid }: Claim): boolean {
  if (kept?.name !== name || kept.namespace !== namespace) return false
  return kept.uid === '' || kept.uid === uid
}

function isLikeAsked(volume: Volume, claim: Claim): boolean {
  if (compareQuantity(volume.capacity, claim.asks ?? zeroQuantity) < 0) return false
  if (volume.volumeMode !== claim.volumeMode || volume.attributesClass !== claim.attributesClass) return false
  return !volume.isEnding
}

function isFree(volume: Volume, claim: Claim): boolean {
  if (!volume.isAvailable || volume.class !== claim.class) return false
  if (claim.selector && !matchesLabels(claim.selector, volume.labels)) return false
  return claim.modes.every((mode) => volume.modes.includes(mode))
}

const none = 'kubernetes.io/no-provisioner'

export type Provision = 'made there' | 'not made there' | 'no space there'

/** Whether a volume for the claim can be made for pods of a node. */
export function provisionOn(claim: Claim, storage: Storage, node: SchedulingNode): Provision {
  const found = storage.classes.get(claim.class)
  if (!found?.provisioner || found.provisioner === none || !isAllowed(found, node)) return 'not made there'
  return hasSpace(claim, found, storage, node) ? 'made there' : 'no space there'
}

// An empty list allows every node, an empty term none (pkg/apis/core/v1/helper/helpers.go:239).
function isAllowed({ topologies }: StorageClass, { labels }: SchedulingNode): boolean {
  if (topologies.length === 0) return true
  return topologies.some(({ matchLabelExpressions }) => {
    const wanted = fieldsIn(matchLabelExpressions)
    return (
      wanted.length > 0 &&
      wanted.every(
        ({ key, values }) =>
          typeof key === 'string' && Object.hasOwn(labels, key) && listOf(values).includes(labels[key]),
      )
    )
  })
}

/** A driver that publishes its capacity has to have published enough for this node (binder.go:976). */
function hasSpace(
  { asks }: Claim,
  { name, provisioner }: StorageClass,
  storage: Storage,
  node: SchedulingNode,
): boolean {
  if (asks === undefined || storage.drivers.get(provisioner)?.storageCapacity !== true) return true
  return storage.capacities.some(({ storageClassName, nodeTopology, maximumVolumeSize, capacity }) => {
    if (storageClassName !== name) return false
    const limit = amountOf(maximumVolumeSize) ?? amountOf(capacity)
    const topology = selectorOf(nodeTopology)
    if (limit === undefined || compareQuantity(limit, asks) < 0 || topology === undefined) return false
    return matchesLabels(fieldsOf(topology), node.labels)
  })
}
