// What is found of one class of pods that is to be placed, in words.

import { driverOf } from '../../engine/placement/attach-limits.ts'
import type { NodeAnswer } from '../../engine/placement/eligible.ts'
import type { SteadyProof } from '../../engine/placement/steady.ts'
import { sayUnmodelled } from '../../engine/scheduling/unmodelled-says.ts'
import { type Perhaps, perhapsRows } from '../admission/mutated.ts'
import { countOf } from '../count-words.ts'
import type { Truth } from '../verdict.ts'
import { boundElsewhere, refusedRows, sayBoundElsewhere } from './refused-rows.ts'

export interface Placed extends Perhaps {
  readonly workload: string
  readonly count: number
  readonly atMost?: number
  readonly proof?: SteadyProof
  readonly stands?: readonly string[]
  readonly nodes: readonly NodeAnswer[]
  /** What its pods use that is not modelled, by name. */
  readonly unmodelled?: readonly string[]
  /** What may add nodes, by name. */
  readonly grows: readonly string[]
}

export type PlacedParts = {
  placed: Placed
  most: {
    workload: string
    by: readonly string[]
    max: number
    proof: SteadyProof
    atMost: number
    grows: readonly string[]
  }
}

function sayResource(resource: string): string {
  const driver = driverOf(resource)
  return driver === undefined ? resource : `volumes of ${driver} that they attach`
}

function cannotLine({
  workload,
  count,
  atMost,
  proof,
  nodes,
}: Pick<Placed, 'workload' | 'count' | 'atMost' | 'proof'> & Partial<Pick<Placed, 'nodes'>>): string {
  const few =
    atMost === 0
      ? `no pod of ${workload} can be placed`
      : `at most ${atMost} of the ${count} pods of ${workload} can be placed`
  const share = count === 1 ? `the pod of ${workload} cannot be placed` : few
  if (proof?.by === 'apart')
    return `${share}: required anti-affinity on ${proof.topologyKey} leaves one each for ${proof.domains.join(', ')}`
  if (proof?.by === 'room') return `${share}: the nodes have room for so many by ${sayResource(proof.resource)}`
  const bound = nodes && boundElsewhere(nodes)
  return bound ? `${share}: ${sayBoundElsewhere(bound, nodes.length)}` : `${share}: no node takes it`
}

function roomRows({ most }: Extract<SteadyProof, { by: 'room' }>): readonly (readonly [string, string])[] {
  return most.map(({ node, pods }) => [node, `${pods}`])
}

/** `n1, n2 (2)`. */
function counted(nodes: readonly string[]): string {
  const names = [...new Set(nodes)].sort()
  return names
    .map((name) => ({ name, pods: nodes.filter((node) => node === name).length }))
    .map(({ name, pods }) => (pods > 1 ? `${name} (${pods})` : name))
    .join(', ')
}

export const placedWords = {
  placed: (because: PlacedParts['placed'], truth: Truth) => {
    const { workload, stands = [], proof, nodes, grows, perhaps = [] } = because
    if (truth === true)
      return stands.length === 0 ? `${workload} has no pods` : `${workload} can stand on ${counted(stands)}`
    if (because.unmodelled)
      return `nobody can tell where pods of ${workload} can stand: they use ${sayUnmodelled(because.unmodelled)}`
    const rows = refusedRows(nodes, boundElsewhere(nodes))
    if (truth === false) return { line: cannotLine(because), rows: proof?.by === 'room' ? roomRows(proof) : rows }
    if (proof && grows.length + perhaps.length > 0) {
      const helps = grows.length > 0 ? `; ${grows.join(', ')} may add nodes that do` : ''
      const shown = proof.by === 'room' ? roomRows(proof) : rows
      return { line: `${cannotLine(because)}${helps}`, rows: [...shown, ...perhapsRows(because)] }
    }
    return {
      line: `no placement of ${workload} was found beside all other pods, and no proof that there is none`,
      rows,
    }
  },

  most: ({ workload, by, max, proof, atMost, grows }: PlacedParts['most'], truth: Truth) => {
    const line = `${by.join(', ')} may ask for ${countOf(max, 'pod')}, and ${cannotLine({ workload, count: max, atMost, proof })}, even with nothing else there`
    return {
      line: truth === false ? line : `${line}; ${grows.join(', ')} may add nodes`,
      rows: proof.by === 'room' ? roomRows(proof) : [],
    }
  },
}
