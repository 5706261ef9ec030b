import type { Connection } from '../../src/engine/reachability/connection.ts'
import { type Sides, type TheirAnswer, theirSides } from './answers.ts'
import { type World, worldsOf } from './blocks.ts'
import type { Ours } from './ours.ts'
import { isPod, type PolicyCase, pairsOf } from './policy-case.ts'

/** One connection of which we say something else. */
export interface Difference {
  readonly from: string
  readonly to: string
  readonly port: number
  /** Which of our answers, and in which world of blocks. */
  readonly of: string
  readonly ours: string
  readonly theirs: string
}

export interface Standing {
  readonly asked: number
  /** Connections that hang on the addresses of pods, which nobody shows. */
  readonly apart: number
  readonly differences: readonly Difference[]
}

type At = Pick<Difference, 'from' | 'to' | 'port'>

/** Every pair at every port: one by one, as it is hoped to be open and to be closed, and out of the matrix. */
export function standing(asked: PolicyCase, ours: Ours, answer: TheirAnswer): Standing {
  const hasBlocks = worldsOf(asked).length > 1
  const differences: Difference[] = []
  let [count, apart] = [0, 0]
  for (const [port, at] of asked.ports.entries())
    for (const [from, to] of pairsOf(asked)) {
      const where: At = { from, to, port }
      const isInside = isPod(asked, from) && isPod(asked, to)
      const theirs = (world: World) => theirSides(asked, answer, isInside ? world : 'written', where)
      const hoped = ours.pair(from, to, at, 'open')
      const found = [
        ...pairDifferences('one by one', hoped, theirs('whole')),
        ...(isInside && isCertain(hoped) ? pairDifferences('whatever blocks take', hoped, theirs('written')) : []),
        ...(isInside && hasBlocks
          ? pairDifferences('hoped to be closed', ours.pair(from, to, at, 'closed'), theirs('none'))
          : []),
        ...matrixDifferences(ours.matrix(from, to, at), theirs('whole')),
      ]
      count++
      if (hoped.open === undefined) apart++
      differences.push(...found.map((each) => ({ ...where, ...each })))
    }
  return { asked: count, apart, differences }
}

type Found = Pick<Difference, 'of' | 'ours' | 'theirs'>

function pairDifferences(of: string, our: Connection, theirs: Sides): readonly Found[] {
  const said = [
    ['out', our.egress, theirs.egress],
    ['in', our.ingress, theirs.ingress],
    ['both', our, theirs.egress && theirs.ingress],
  ] as const
  return said.flatMap(([side, { open, unknown }, their]) =>
    open === their || (open === undefined && hangsOnAddresses(unknown))
      ? []
      : [{ of: `${of}, ${side}`, ours: String(open), theirs: String(their) }],
  )
}

// Nothing else may be unknown: these cases hide nothing.
function hangsOnAddresses(unknown: readonly string[]): boolean {
  const names = unknown.flatMap((name) => name.split(', '))
  return names.some(isOfPods) && names.every((name) => isOfPods(name) || isOfBlocks(name))
}

function isOfPods(name: string): boolean {
  return name.startsWith('pod-addresses/')
}

function isOfBlocks(name: string): boolean {
  return name.startsWith('ip-block-on-pods/')
}

function isCertain({ assumes, unknown, egress, ingress }: Connection): boolean {
  return [assumes, unknown, egress.assumes, egress.unknown, ingress.assumes, ingress.unknown].every(
    ({ length }) => length === 0,
  )
}

function matrixDifferences(our: boolean | 'left out' | undefined, { egress, ingress }: Sides): readonly Found[] {
  const their = egress && ingress
  return our === their || our === 'left out' ? [] : [{ of: 'matrix', ours: String(our), theirs: String(their) }]
}
