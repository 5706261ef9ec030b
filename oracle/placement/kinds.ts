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

const rare: readonly Kind[] = ['brokenClaims', 'nodeName', 'gates', 'features', 'otherScheduler', 'immediate', 'fields']

// What is between pods needs several of them to have it.
const common: readonly Kind[] = ['affinity', 'antiAffinity', 'spread', 'preferredSpread', 'defaultSpread']

/** What the pods of one cluster draw from: a few kinds each, so that they meet and most pods still fit somewhere. */
export function someKinds(random: Random, shares: readonly number[], always: readonly Kind[] = []): ReadonlySet<Kind> {
  const share = random.pick(shares)
  const chance = (kind: Kind) => share * (rare.includes(kind) ? 0.25 : common.includes(kind) ? 1.5 : 1)
  return new Set([...always, ...kinds.filter((kind) => random.chance(chance(kind)))])
}
