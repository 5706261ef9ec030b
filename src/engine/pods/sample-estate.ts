import type { Estate } from '../../estate/estate.ts'
import { type Manifest, refOf } from '../../kubernetes/types.ts'

/** An estate of these manifests and no nodes, for tests. */
export function estateOf(manifests: readonly object[], more: Partial<Estate> = {}): Estate {
  const objects = (manifests as readonly Manifest[]).map((manifest) => ({
    ref: refOf(manifest),
    manifest,
    origin: 'written' as const,
    source: {},
  }))
  const none = { nodes: [], pools: {}, classes: {}, shown: [], facts: [], environments: [], taken: {}, source: {} }
  return { cluster: 'harbour', enforcesPolicy: { holds: true, source: {} }, ...none, objects, ...more }
}
