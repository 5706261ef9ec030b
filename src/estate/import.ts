// Plain manifests as one estate: what they show is judged, what they do not show is unknown.

import type { ReadManifest, ReadProblem } from '../kubernetes/read.ts'
import { partsOf } from '../kubernetes/types.ts'
import { guessedCalls } from './calls/guessed-calls.ts'
import type { Estate, EstateEnvironment, EstateObject } from './estate.ts'
import { given } from './given.ts'
import { readClasses } from './import/classes.ts'
import { readEndpoints } from './import/endpoints.ts'
import { readNodes } from './import/nodes.ts'
import { readObjects } from './import/objects.ts'
import { completeNamespaces } from './namespaces.ts'
import { sortedBy } from './order.ts'

export interface ImportOptions {
  /** Name of the cluster in verdicts; default `cluster`. */
  readonly cluster?: string
  /** `1.33` or `1.33.5`; unknown where nobody says. */
  readonly kubernetes?: string
  readonly enforcesPolicy?: boolean
}

export interface Imported {
  readonly estate: Estate
  /** Manifests that could not become objects, by file and line. */
  readonly problems: readonly ReadProblem[]
}

/** One estate of all manifests read; facts are those that objects carry, and the calls that their settings tell of. */
export function importManifests(read: readonly ReadManifest[], options: ImportOptions = {}): Imported {
  const ordered = sortedBy(read, ({ at }) => `${at.file}\0${digits(at.line)}:${digits(at.column)}`)
  const { objects: shown, problems } = readObjects(ordered)
  const objects = sortedBy(completeNamespaces(shown), ({ ref }) => ref)
  const { nodes, problems: withoutRoom } = readNodes(objects)
  const estate = given<Estate>({
    cluster: options.cluster ?? 'cluster',
    minor: options.kubernetes?.split('.').slice(0, 2).join('.'),
    enforcesPolicy: { holds: options.enforcesPolicy, source: {} },
    nodes,
    pools: {},
    classes: readClasses(objects),
    objects,
    shown: [],
    facts: [...sortedBy(readEndpoints(objects), ({ service, of }) => `${service} ${of}`), ...guessedCalls(objects)],
    environments: environmentsOf(objects),
    taken: {},
    source: {},
  })
  return { estate, problems: [...problems, ...withoutRoom] }
}

/** Without a platform every namespace that holds something is a place of its own. */
function environmentsOf(objects: readonly EstateObject[]): readonly EstateEnvironment[] {
  const firsts = new Map<string, EstateObject>()
  for (const object of objects) {
    const { namespace } = partsOf(object.ref)
    if (namespace !== '' && !firsts.has(namespace)) firsts.set(namespace, object)
  }
  return sortedBy(firsts, ([name]) => name).map(([name, { source }]) => ({ name, namespace: name, source }))
}

function digits(line: number): string {
  return `${line}`.padStart(9, '0')
}
