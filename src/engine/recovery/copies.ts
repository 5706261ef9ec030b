// Where a store's data is: in the volumes of its members, and in the copies that are taken of them.

import type { Estate, FactOf, Source, StorageBound } from '../../estate/estate.ts'
import { gathersAlone } from '../../knowledge/operators/members.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import type { PodClass } from '../pods/pod-class.ts'

/** How the members of a store share their rows, as far as anything does it. */
export interface Members {
  readonly store: Ref
  readonly count: number
  /**
   * `one`: there is a single member; `independent`: several, and each holds other rows; `follow`: each holds all rows,
   * some of them `lag` behind; `alike`: each gathers the same by itself; `unsaid`: several, and nothing shows whether they
   * follow each other.
   */
  readonly share: 'one' | 'independent' | 'follow' | 'alike' | 'unsaid'
  /** Replication that is said and that nothing declared does: it counts no more than if nobody said it. */
  readonly onlySaid?: FactOf<'replicates'>
  readonly replication?: FactOf<'replicates'>
  readonly volume: MemberVolume
  readonly source: Source
  readonly assumes: readonly Assumption[]
}

/** What a member's rows lie on; without a claim they go with the pod. */
export interface MemberVolume {
  readonly bound: StorageBound['bound'] | 'pod'
  readonly class?: string
  readonly claim?: string
}

export interface Copies {
  readonly members: Members
  /** Copies that an object takes, or that something outside the cluster is said to take; sorted by name. */
  readonly backups: readonly FactOf<'backsUp'>[]
  /** Copies that are said to be taken and that nothing takes. */
  readonly onlySaid: readonly FactOf<'backsUp'>[]
  /** Stores elsewhere that replay a log of this one: they hold its rows, right or wrong. */
  readonly followers: readonly FactOf<'followed'>[]
}

/** All that holds a store's data. The store is the workload whose pods keep it. */
export function copiesOf(estate: Estate, pod: PodClass, denied: ReadonlySet<string> = new Set()): Copies {
  const backups = estate.facts
    .filter((fact): fact is FactOf<'backsUp'> => fact.trait === 'backsUp' && fact.of === pod.workload)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    members: membersOf(estate, pod, denied),
    backups: backups.filter((backup) => !isOnlySaid(backup, estate)),
    onlySaid: backups.filter((backup) => isOnlySaid(backup, estate)),
    followers: estate.facts
      .filter((fact): fact is FactOf<'followed'> => fact.trait === 'followed' && fact.of === pod.workload)
      .sort((a, b) => (followerName(a) < followerName(b) ? -1 : 1)),
  }
}

/** `ledger-db in standby` */
export function followerName({ by }: FactOf<'followed'>): string {
  return `${by.component} in ${by.environment}`
}

// What is copied within the cluster is copied by an object in it; how copies get elsewhere no object here may show.
function isOnlySaid({ standing, to }: FactOf<'backsUp'>, { cluster }: Estate): boolean {
  return standing.is === 'declared' && to.is === 'claim' && to.cluster === cluster
}

function membersOf(estate: Estate, pod: PodClass, denied: ReadonlySet<string>): Members {
  const fact = estate.facts.find(
    (each): each is FactOf<'replicates'> => each.trait === 'replicates' && each.of === pod.workload,
  )
  const base = { store: pod.workload, count: pod.count, volume: volumeOf(pod), source: fact?.source ?? pod.source }
  if (pod.count <= 1) return { ...base, share: 'one', replication: fact, assumes: [] }
  if (!fact) return { ...base, share: unsaidShare(estate, pod), assumes: [] }
  if (fact.shards && isFollowed(fact, pod.count)) {
    const joined = joinedAssumption(fact, pod.count)
    const share = denied.has(joined.id) ? 'independent' : 'follow'
    return { ...base, share, replication: fact, assumes: share === 'follow' ? [joined] : [] }
  }
  if (fact.mode === 'none') return { ...base, share: 'independent', replication: fact, assumes: [] }
  const assumption = standingAssumption(fact)
  if (assumption === 'nothing does it' || (assumption && denied.has(assumption.id)))
    return { ...base, share: 'independent', onlySaid: fact, assumes: [] }
  return { ...base, share: 'follow', replication: fact, assumes: assumption ? [assumption] : [] }
}

// Members that are told of each other share out the keys, and each part has a follower that takes over by majority: what
// joins them is done once, by hand or by a script (redis.io/docs/latest/operate/oss_and_stack/management/scaling).
export function joinedAssumption({ environment, component, source }: FactOf<'replicates'>, count: number): Assumption {
  const says = `somebody joins the ${count} members of ${component} into one cluster, each follower apart from its master`
  return { id: `joined/${environment}/${component}`, says, kind: 'declared', source }
}

function isFollowed({ shards, mode }: FactOf<'replicates'>, count: number): boolean {
  return mode !== 'none' && shards?.parts !== undefined && count >= 2 * shards.parts
}

/** How many of them have to stay so that all rows are at hand. */
export function neededMembers({ share, count, replication }: Members): number {
  if (share !== 'follow') return 1
  const parts = replication?.shards?.parts
  if (parts !== undefined) return count - (Math.floor(count / parts) - 1)
  return replication?.mode === 'consensus' ? Math.floor(count / 2) + 1 : 1
}

// What a team declares is whole: replication that it does not name is none. Manifests do not say what programs do.
function unsaidShare({ objects }: Estate, { workload, source, claims }: PodClass): Members['share'] {
  if (gathersAlone(source.made?.id.split('/').at(-1))) return 'alike'
  const origin = objects.find(({ ref }) => ref === workload)?.origin
  if (origin !== 'read' && origin !== 'made') return 'independent'
  // All of them keep their rows in the same place.
  return claims.length > 0 && !claims.some(({ perPod }) => perPod) ? 'one' : 'unsaid'
}

// Members of a consensus protocol copy by what they are. That others follow one is somebody's work: an operator's, a
// sidecar's. A bare set of pods starts equal servers, whatever is said of them.
function standingAssumption({
  standing,
  mode,
  environment,
  component,
  source,
}: FactOf<'replicates'>): Assumption | 'nothing does it' | undefined {
  const id = `replicates/${environment}/${component}`
  if (standing.is === 'carried') return undefined
  if (standing.is === 'guessed')
    return {
      id,
      says: `the members of ${component} follow each other (guessed from ${standing.from})`,
      kind: 'guess',
      source,
    }
  if (mode !== 'consensus') return 'nothing does it'
  return { id, says: `the members of ${component} agree on every row before it counts`, kind: 'declared', source }
}

// The volume that ties the rows most: a member is gone with any of its volumes.
function volumeOf({ claims }: PodClass): MemberVolume {
  const order = ['node', 'unknown', 'zone', 'cluster']
  const own = claims.filter(({ perPod }) => perPod)
  const [tied] = (own.length > 0 ? own : [...claims]).sort((a, b) => order.indexOf(a.bound) - order.indexOf(b.bound))
  return tied ? { bound: tied.bound, class: tied.class, claim: tied.claim } : { bound: 'pod' }
}
