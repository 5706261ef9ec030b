// A user that is not root writes to a volume that its pod claims where something gives it that volume: a group (`fsGroup`),
// what makes the volume, or a container before it that is root.
// Source: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-the-security-context-for-a-pod

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import { freshVolume } from '../../knowledge/fresh-volumes.ts'
import type { ImageUser } from '../../knowledge/images.ts'
import type { Known } from '../../knowledge/table.ts'
import { mutated, mutatorsIn, type Perhaps, perhapsRows } from '../admission/mutated.ts'
import { part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { table, type View } from '../world.ts'
import { type StartSecurity, startSecurity } from './start-security.ts'

export interface Written extends Perhaps {
  readonly container: string
  readonly user: number
  /** `fsGroup`, where the pod says one. */
  readonly group?: number
  /** Of its volumes, where no fsGroup is said; each with where it is written who may write to a fresh one. */
  readonly classes: readonly (readonly [name: string, open: 'root' | 'everybody' | undefined, known: string])[]
}

type About = Parameters<typeof part>[3]

/** None where nothing is to be told: root writes everywhere, and of an image and a class that no table knows nobody knows. */
export function volumePart(
  said: StartSecurity,
  known: Known<ImageUser> | undefined,
  { pod, view, about }: { pod: PodClass; view: View; about: About },
) {
  const { user, volumeGroup: group, container } = said
  if (user === undefined || user === 0 || !said.writesToClaims || isOpenedBefore(said, pod)) return []
  const names = [...new Set(pod.claims.map((claim) => claim.class))].sort()
  const classes = group === undefined ? names.map((name) => [name, ...ofClass(name, pod, view)] as const) : []
  const isKnown = known !== undefined && user === known.value.servesAs
  if (names.length === 0 || (classes.some(([, open]) => open === undefined) && !isKnown)) return []

  const supposed = classes.flatMap(([name, open]) => (open === undefined ? [openVolumes(name, user, view)] : []))
  const isOpen = !classes.some(([, open]) => open === 'root') && !supposed.some(({ id }) => view.denied.has(id))
  const { truth, assumes, may } = mutated(isOpen, mutatorsIn(view)(pod), view.denied)
  const data: Written = { container, user, ...(group !== undefined && { group }), classes, ...may }
  const hint = `fsGroup: ${isKnown ? known.value.servesAsGroup : user}`
  return [part('volume', truth, data, { ...about, assumes: [...assumes, ...supposed], hint })]
}

// What runs first, and may be root, is there to change owners as a rule.
function isOpenedBefore({ container }: StartSecurity, pod: PodClass): boolean {
  const all = startSecurity(pod)
  const before = all.slice(
    0,
    all.findIndex((one) => one.container === container),
  )
  return before.some(({ writesToClaims, user, nonRoot }) => writesToClaims && !nonRoot && (user ?? 0) === 0)
}

// A volume that is bound by now holds whatever somebody put there.
function ofClass(name: string, { claims }: PodClass, view: View): readonly ['root' | 'everybody' | undefined, string] {
  const isFresh = claims.every((claim) => claim.class !== name || claim.volume === undefined)
  const known = isFresh ? freshVolume(provisioners(view).get(name) ?? '') : undefined
  return [known?.value, known ? `${known.source} (${known.asOf})` : '']
}

const provisioners = table(
  ({ estate }) =>
    new Map(
      estate.objects
        .filter(({ ref }) => ref.startsWith('StorageClass//'))
        .map(({ manifest }) => [manifest.metadata.name ?? '', textOf(fieldsOf(manifest).provisioner) ?? '']),
    ),
)

function openVolumes(name: string, user: number, { estate }: View): Assumption {
  return {
    id: `volume-user/${estate.cluster}/${name}/${user}`,
    says: `a fresh volume of class ${name} can be written by user ${user}, though no fsGroup gives it to it`,
    kind: 'outside',
  }
}

export function volumeWords({ container, user, group, classes, ...may }: Written): Words {
  const writes = `${container} writes as user ${user}`
  const named = (open: 'root' | 'everybody' | undefined) =>
    classes.flatMap(([name, one]) => (one === open ? [name] : [])).join(', ')
  const line =
    group !== undefined
      ? `the volumes of ${container} are given to group ${group}, which user ${user} is in there`
      : named('root') !== ''
        ? `${writes}, no fsGroup gives it the volumes of ${named('root')}, and to a fresh one only root may write`
        : named(undefined) !== ''
          ? `${writes}, and no fsGroup gives it the volumes of ${named(undefined)}`
          : `${writes}, and everybody may write to a fresh volume of ${named('everybody')}`
  const known = classes.flatMap(([name, , source]): [string, string][] => (source === '' ? [] : [[name, source]]))
  return { line, rows: [...known, ...perhapsRows(may)] }
}
