// The words for what must hold when a zone or a cluster is lost.

import type { LossFate } from '../../engine/loss/losses.ts'
import type { Truth, Words } from '../verdict.ts'
import { openRows, orderRows, sayDoubt, sayOrder, sayProof, sumRows } from './fate-words.ts'
import type { ZoneLossParts } from './zone-loss-parts.ts'

type Saying = { readonly [R in keyof ZoneLossParts]: (because: ZoneLossParts[R], truth: Truth) => string | Words }

export const zoneLossSays: Saying = {
  elsewhere: ({ workload, asked, zones }, truth) => {
    if (zones.length === 0) return `no node takes a pod of ${workload} even when no zone is lost`
    const [tightest] = zones
    const rows = [
      ...zoneRows(zones),
      ...(tightest ? [...sumRows(tightest), ...orderRows(tightest), ...openRows(tightest)] : []),
    ]
    const every: Words['rows'] = [['every zone', everyZone(asked, zones)]]
    if (truth === true)
      return {
        line: `whichever zone is lost, the pods of ${workload} have a place in the others`,
        rows: [...rows, ...every],
      }
    const wanted = zones.filter((one) => one.word !== 'must' && (one.word === 'cannot') === (truth === false))
    const names = wanted.flatMap(({ failures }) => failures)
    const which = `without ${names.join(', or without ')}, ${truth === false ? 'not all' : 'perhaps not all'} pods of ${workload}`
    return { line: `${which} have a place in the others`, rows: [...rows, ...every] }
  },

  allThere: ({ workload, zone, nodes }) =>
    `${nodes === 1 ? 'the only node is' : `all ${nodes} nodes are`} in zone ${zone}: without it, no pod of ${workload} is left`,

  unzoned: ({ nodes }) =>
    nodes.length === 0 ? 'nobody says what nodes there are' : `nobody says in which zone ${nodes.join(', ')} stands`,

  gone: ({ component, cluster, others }) =>
    others.length === 0
      ? `${cluster} alone runs ${component}: without it, no pod is left`
      : `${others.join(', ')} runs ${component} too: nobody says who leads callers there when ${cluster} is lost`,
}

/** Those that leave the same in one. */
function zoneRows(zones: readonly LossFate[]): readonly (readonly [string, string])[] {
  const alike = Map.groupBy(zones, sayZone)
  return [...alike].map(([text, of]) => [of.flatMap(({ failures }) => failures).join(', '), text])
}

function sayZone(fate: LossFate): string {
  const { nodes, word } = fate
  const lost = `its ${nodes === 1 ? 'node' : `${nodes} nodes`} lost`
  switch (word) {
    case 'cannot':
      return `${lost}: some have no place, in any order: ${sayProof(fate)}`
    case 'must':
      return `${lost}: a place for all, whatever the order: ${sayProof(fate)}`
    case 'may':
      return `${lost}: some may find none: ${sayOrder(fate)}`
    case 'unknown':
      return `${lost}: nothing shows that all have a place: ${sayDoubt(fate)}`
  }
}

/** `2 lost one by one: 2 must`. */
function everyZone(asked: number, zones: readonly LossFate[]): string {
  const told = (['cannot', 'may', 'unknown', 'must'] as const).flatMap((word) => {
    const many = zones.filter((one) => one.word === word).length
    return many > 0 ? [`${many} ${word}`] : []
  })
  const none = asked - zones.length
  return `${asked} lost one by one: ${[...told, ...(none > 0 ? [`${none} without such pods`] : [])].join(', ')}`
}
