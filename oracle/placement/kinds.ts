import type { Random } from '../random.ts'

/** What a pod or a cluster can have that a scheduler looks at. */
export const kinds = [
  'nodeSelector',
  'nodeAffinity',
  'nodePreference',
  'fields',
  'tolerations',
  'ports',
  'images',
  'extended',
  'hugepages',
  'ephemeral',
  'podResources',
  'initContainers',
  'overhead',
  'priority',
  'affinity',
  'antiAffinity',
  'preferredAffinity',
  'preferredAntiAffinity',
  'spread',
  'preferredSpread',
  'defaultSpread',
  'boundVolumes',
  'localVolumes',
  'provisioned',
  'capacity',
  'immediate',
  'brokenClaims',
  'readWriteOncePod',
  'volumeLimits',
  'inlineVolumes',
  'ephemeralClaims',
  'nominated',
  'terminating',
  'resized',
  'nodeName',
  'gates',
  'features',
  'otherScheduler',
  'budgets',
] as const

export type Kind = (typeof kinds)[number]

const rare = new Set<Kind>(['brokenClaims', 'nodeName', 'gates', 'features', 'otherScheduler', 'immediate', 'fields'])

/** What the pods of one cluster draw from: a few kinds each, so that they meet and most pods still fit somewhere. */
export function someKinds(random: Random, always: readonly Kind[] = []): ReadonlySet<Kind> {
  const share = random.pick([0.1, 0.2, 0.3, 0.5])
  return new Set([...always, ...kinds.filter((kind) => random.chance(rare.has(kind) ? share / 4 : share))])
}
