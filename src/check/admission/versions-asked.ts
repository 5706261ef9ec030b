// Which versions of Kubernetes the objects of a cluster are held against, and what stands in for one whose rules nobody here knows.
import { minorNumber, newestMinor, oldestAsked, standIn } from '../../engine/admission/minors.ts'
import type { Refusal } from '../../engine/admission/refusal.ts'
import type { Assumption } from '../../engine/assumption.ts'
import type { Estate } from '../../estate/estate.ts'
import { type Finding, part } from '../define.ts'
import type { View } from '../world.ts'

export type VersionRules = {
  /** A version whose rules are not known, and the nearest that is. */
  standIn: { readonly minor: string; readonly stands: string; readonly isOlder: boolean }
}

/** Where a cluster says no version, or `orNewer`, both ends of those that it may run are asked, and what both say counts. */
export function minorsAsked({ minor, orNewer }: Estate): readonly string[] {
  const oldest = minor === undefined ? oldestAsked : (standIn(minor) ?? minor)
  return (minor === undefined || orNewer) && oldest !== newestMinor ? [oldest, newestMinor] : [oldest]
}

function standInOf({ minor }: Estate): VersionRules['standIn'] | undefined {
  const stands = minor === undefined ? undefined : standIn(minor)
  if (minor === undefined || stands === undefined) return undefined
  return { minor, stands, isOlder: minorNumber(minor) < minorNumber(stands) }
}

/** What everything rests on that is taken by the version that stands in. */
export function takenAlike(estate: Estate): readonly Assumption[] {
  const found = standInOf(estate)
  if (found === undefined) return []
  const says = `Kubernetes ${found.minor} of ${estate.cluster} takes what ${found.stands} takes`
  return [{ id: `kubernetes/${estate.cluster}`, says, kind: 'outside' }]
}

/** A newer version may know what the newest here does not; an older one knows no more, and forgives no more. */
export function isRefusedToo({ fault }: Refusal, estate: Estate): boolean {
  const found = standInOf(estate)
  return found === undefined || found.isOlder || !['unknown', 'version', 'notOneOf'].includes(fault.is)
}

/** Said once for a cluster: what its objects are held against is not what it runs. */
export function standInFinding({ estate }: View): Finding<VersionRules> | undefined {
  const found = standInOf(estate)
  if (found === undefined) return undefined
  return {
    id: [estate.cluster, 'kubernetes'],
    cluster: estate.cluster,
    says: `the rules by which ${estate.cluster} takes objects are known`,
    source: estate.source,
    about: [],
    parts: [
      part('standIn', undefined, found, {
        at: { source: estate.source },
        hint: `ask the cluster itself: kubectl apply --dry-run=server -f FILE${found.isOlder ? `; or say kubernetes: ${found.stands} or newer, where it is to run that` : ''}`,
      }),
    ],
  }
}

export const versionWords = {
  standIn: ({ minor, stands, isOlder }: VersionRules['standIn']) =>
    `nobody here knows the rules of Kubernetes ${minor}: those of ${stands} stand in, the ${isOlder ? 'oldest' : 'newest'} that are known`,
}
