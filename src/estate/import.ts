// Plain manifests as one estate: what they show is judged, what they do not show is unknown.

import type { ReadManifest, ReadProblem } from '../kubernetes/read.ts'
import { partsOf } from '../kubernetes/types.ts'
import { byCodePoint } from '../platform/order.ts'
import { guessedCalls } from './calls/guessed-calls.ts'
import type { Estate, EstateConfig, EstateEnvironment, EstateObject, Fact, Unseen } from './estate.ts'
import { given, unlessEmpty } from './given.ts'
import { readClasses } from './import/classes.ts'
import { readEndpoints } from './import/endpoints.ts'
import { readNodes } from './import/nodes.ts'
import { readObjects } from './import/objects.ts'
import { unseenOf } from './import/unread.ts'
import type { LiveCluster } from './live/live-cluster.ts'
import { completeNamespaces } from './namespaces.ts'
import { opaqueOf } from './operators/opaque.ts'
import { withMade } from './operators/with-made.ts'
import { sortedBy } from './order.ts'
import { snapshotOf } from './snapshot.ts'

export interface ImportOptions {
  /** Name of the cluster in verdicts; default `cluster`. */
  readonly cluster?: string
  /** `1.33` or `1.34.2`; unknown where nobody says. */
  readonly kubernetes?: string
  readonly enforcesPolicy?: boolean
  /** Where objects go that name no namespace; default `default`. */
  readonly namespace?: string
  /** What is deployed there and was not read. */
  readonly unseen?: readonly Unseen[]
  /** Files, and parts of files, that could not be read. */
  readonly unread?: readonly ReadProblem[]
  readonly configs?: readonly EstateConfig[]
  /** The cluster as it stands: what no file holds comes from there. */
  readonly live?: LiveCluster
}

export interface Imported {
  readonly estate: Estate
  /** Manifests that could not become objects, by file and line. */
  readonly problems: readonly ReadProblem[]
  /** How many manifests say once more what another one says. */
  readonly repeated: number
}

/** One estate of all manifests read; facts are those that objects carry, and the calls that their settings tell of. */
export function importManifests(read: readonly ReadManifest[], options: ImportOptions = {}): Imported {
  const snapshot = snapshotOf(read)
  const ordered = snapshot.rest.toSorted(byPlace)
  const { objects: shown, problems, repeated } = readObjects(ordered, options.namespace)
  const cluster = options.cluster ?? 'cluster'
  const made = withMade(shown, cluster)
  const { live } = options
  const beside = live?.beside(made.objects) ?? []
  const objects = sortedBy(
    completeNamespaces([...(live?.seen(made.objects) ?? made.objects), ...beside]),
    ({ ref }) => ref,
  )
  const { nodes, problems: withoutRoom } = readNodes(objects)
  const faults = [...problems, ...withoutRoom]
  const unseen = [
    ...(options.unseen ?? []),
    ...snapshot.unseen,
    ...(live?.unseen(made.objects) ?? []),
    ...opaqueOf(objects),
    ...unseenOf([...(options.unread ?? []), ...faults]),
  ]
  const estate = given<Estate>({
    cluster,
    minor: (options.kubernetes ?? snapshot.kubernetes ?? live?.kubernetes)?.split('.').slice(0, 2).join('.'),
    takenAt: snapshot.takenAt ?? live?.head.takenAt,
    enforcesPolicy: { holds: options.enforcesPolicy, source: {} },
    nodes,
    pools: {},
    classes: readClasses(objects),
    objects,
    shown: [],
    facts: [
      ...sortedBy(readEndpoints(objects), ({ service, of }) => `${service} ${of}`),
      ...guessedCalls(objects),
      ...sortedBy(made.facts, (fact) => `${fact.trait} ${fact.environment} ${fact.component} ${nameOf(fact)}`),
    ],
    environments: environmentsOf(objects),
    unseen: unlessEmpty(sortedBy(unseen, ({ id }) => id)),
    configs: unlessEmpty(sortedBy(options.configs ?? [], ({ file }) => file)),
    taken: {},
    source: {},
  })
  return { estate, problems: faults, repeated }
}

/** Without a platform every namespace that holds something is a place of its own. */
function environmentsOf(objects: readonly EstateObject[]): readonly EstateEnvironment[] {
  const firsts = new Map<string, EstateObject>()
  for (const object of objects) {
    const { namespace } = partsOf(object.ref)
    if (namespace !== '' && !object.source.live && !firsts.has(namespace)) firsts.set(namespace, object)
  }
  return sortedBy(firsts, ([name]) => name).map(([name, { source }]) => ({ name, namespace: name, source }))
}

function nameOf(fact: Fact): string {
  return 'name' in fact ? fact.name : ''
}

function byPlace({ at: a }: ReadManifest, { at: b }: ReadManifest): number {
  return byCodePoint(a.file, b.file) || a.line - b.line || a.column - b.column
}
