import { podsOf } from '../../src/engine/pods/pods-of.ts'
import { blockOf, covers } from '../../src/engine/reachability/address.ts'
import { type Connection, connection } from '../../src/engine/reachability/connection.ts'
import type { Endpoint } from '../../src/engine/reachability/endpoint.ts'
import { type ReachMatrix, reachMatrix } from '../../src/engine/reachability/matrix.ts'
import { type Reachability, reachability } from '../../src/engine/reachability/reachability.ts'
import { portsBetween } from '../../src/engine/reachability/reached.ts'
import { namespaceObject, objectOf, policyObject, sampleEstate } from '../../src/engine/reachability/sample-estate.ts'
import type { Estate } from '../../src/estate/estate.ts'
import { type CasePod, type CasePort, isPod, type PolicyCase } from './policy-case.ts'

/** Our two engines over one case. */
export interface Ours {
  /** One connection, with what it rests on. */
  pair(from: string, to: string, at: CasePort, wanted: 'open' | 'closed'): Connection
  /**
   * The same out of the whole matrix; undefined where an end stands in it nowhere, or in more places than one; left out
   * where no policy speaks of IPv6, and the matrix neither.
   */
  matrix(from: string, to: string, at: CasePort): boolean | 'left out' | undefined
}

export function oursOf(asked: PolicyCase): Ours {
  const estate = estateOf(asked)
  const r = reachability(estate, podsOf(estate))
  return { pair: (...question) => pairOf(r, asked, ...question), matrix: matrixOf(asked, reachMatrix(r)) }
}

/** The case as manifests: a Deployment of two for each pod. */
export function estateOf({ namespaces, pods, policies }: PolicyCase): Estate {
  return sampleEstate([
    ...Object.entries(namespaces).map(([name, labels]) => namespaceObject(name, labels)),
    ...Object.entries(pods).map(([name, pod]) => deployment(name, pod)),
    ...Object.entries(policies).map(([name, spec]) => policyObject(...partsOf(name), spec)),
  ])
}

function pairOf(r: Reachability, asked: PolicyCase, from: string, to: string, at: CasePort, wanted: 'open' | 'closed') {
  const end = (name: string): Endpoint =>
    isPod(asked, name) ? `Deployment/${name as `${string}/${string}`}` : { outside: name, address: name }
  return connection(r, { from: end(from), to: end(to), ...at, wanted, tells: false })
}

function matrixOf(asked: PolicyCase, matrix: ReachMatrix): Ours['matrix'] {
  const { classes, unknown } = matrix
  const numberOf = (name: string) => {
    const holds = isPod(asked, name)
      ? (member: string) => member === `Deployment/${name}`
      : (member: string) => holdsAddress(member, name)
    const found = classes.flatMap(({ members, outside }, at) =>
      outside !== isPod(asked, name) && members.some(holds) ? [at] : [],
    )
    return found.length === 1 && unknown.length === 0 ? found[0] : undefined
  }
  const numbers = new Map([...Object.keys(asked.pods), ...asked.addresses].map((name) => [name, numberOf(name)]))
  const speaksOf6 = classes.some(({ members, outside }) => outside && members.some((member) => member.includes(':')))
  return (from, to, { port, protocol }) => {
    if (!speaksOf6 && [from, to].some((end) => end.includes(':'))) return 'left out'
    const [a, b] = [numbers.get(from), numbers.get(to)]
    if (a === undefined || b === undefined) return undefined
    const open = portsBetween(matrix, a, b) ?? []
    return open === 'all' || open.some((each) => each.protocol === protocol && each.first <= port && port <= each.last)
  }
}

function holdsAddress(range: string, address: string): boolean {
  const [first, last, one] = [...range.split('-'), address].map(blockOf)
  return (
    first !== undefined &&
    last !== undefined &&
    one !== undefined &&
    covers({ family: first.family, first: first.first, last: last.last }, one)
  )
}

// Two of each, so that a workload that calls itself calls another pod.
function deployment(name: string, { labels, ports }: CasePod) {
  const [namespace, own] = partsOf(name)
  const containers = [
    {
      name: 'main',
      image: 'main:1',
      ports: ports.map(({ name: portName, port, protocol }) => ({ name: portName, containerPort: port, protocol })),
    },
  ]
  return objectOf({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: own, namespace },
    spec: { replicas: 2, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  })
}

function partsOf(name: string): [namespace: string, name: string] {
  const [namespace = '', own = ''] = name.split('/')
  return [namespace, own]
}
