// Why nodes take no pod, those that say the same in one row.

import type { NodeAnswer } from '../../engine/placement/eligible.ts'
import { type Reason, sayReason } from '../../engine/placement/reasons.ts'

type BoundElsewhere = Extract<Reason, { filter: 'VolumeBinding' }>

/** The volume that keeps the pod from every node, where one does. */
export function boundElsewhere(nodes: readonly NodeAnswer[]): BoundElsewhere | undefined {
  const bound = nodes.map(({ refused }) => refused.find((reason) => reason.filter === 'VolumeBinding'))
  const [first] = bound
  return first && bound.every((reason) => reason && sayReason(reason) === sayReason(first)) ? first : undefined
}

/** `its volume scratch stays on n4, which is not among the 3 nodes`. */
export function sayBoundElsewhere({ volumes, at }: BoundElsewhere, nodes: number): string {
  const names = volumes.map(({ claim }) => claim).join(', ')
  const isZone = volumes.every(({ bound }) => bound === 'zone')
  const among = nodes === 1 ? 'the nodes' : `the ${nodes} nodes`
  const missing = isZone ? `where none of ${among} is` : `which is not among ${among}`
  return volumes.length === 1
    ? `its volume ${names} stays on ${at}, ${missing}`
    : `its volumes ${names} stay on ${at}, ${missing}`
}

// More names than these are no help to a reader's eye.
const mostNames = 4

/** What is said of all of them already (`but`) is left out, and nodes of which nothing else is to be said. */
export function refusedRows(nodes: readonly NodeAnswer[], but?: Reason): readonly (readonly [string, string])[] {
  const told = but && sayReason(but)
  const said = nodes.map(({ node, refused }) => {
    const others = refused.map(sayReason).filter((one) => one !== told)
    return { node, text: others.join('; ') || (told === undefined ? 'may take it' : '') }
  })
  const alike = Map.groupBy(
    said.filter(({ text }) => text !== ''),
    ({ text }) => text,
  )
  return [...alike].map(([text, of]) => [named(of.map(({ node }) => node)), text] as const)
}

function named([first = '', ...others]: readonly string[]): string {
  return others.length < mostNames ? [first, ...others].join(', ') : `${first} and ${others.length} more`
}
