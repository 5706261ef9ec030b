// The words for what must hold when a zone or a cluster is lost.

import type { LossFate } from '../../engine/loss/losses.ts'
import type { Truth, Words } from '../verdict.ts'
import { openRows, orderRows, sayDoubt, sayOrder, sayProof, sumRows } from './fate-words.ts'
import type { ZoneLossParts } from './zone-loss-parts.ts'

type Saying = { readonly [R in keyof ZoneLossParts]: (because: ZoneLossParts[R], truth: Truth) => string | Words }

export const zoneLossSays: Saying = {
  elsewhere: ({ workload, asked, zones }, truth) => {
    if (zones.length === 0) return `nobody says in which zones ${workload} stands`
    const [tightest] = zones
    const rows = [
      ...zones.map(zoneRow),
      ...(tightest ? [...sumRows(tightest), ...orderRows(tightest), ...openRows(tightest)] : []),
    ]
    const every: Words['rows'] = [['every zone', everyZone(asked, zones)]]
    if (truth === true)
      return {
        line: `whichever zone is lost, the pods of ${workload} have a place in the others`,
        rows: [...rows, ...every],
      }
    const wanted = zones.filter((one) => (truth === false ? isShort(one) : one.word !== 'must' && !isShort(one)))
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

function isShort({ word, without }: LossFate): boolean {
  return word === 'cannot' || without > 0
}

function zoneRow(fate: LossFate): readonly [string, string] {
  const { failures, nodes, word } = fate
  const lost = `its ${nodes === 1 ? 'node' : `${nodes} nodes`} lost`
  const says = isShort(fate)
    ? `some have no place, in any order: ${sayProof(fate)}`
    : word === 'must'
      ? `a place for all, whatever the order: ${sayProof(fate)}`
      : word === 'may'
        ? `some may find none: ${sayOrder(fate)}`
        : `nothing shows that all have a place: ${sayDoubt(fate)}`
  return [failures.join(', '), `${lost}: ${says}`]
}

/** `2 lost one by one: 2 must`. */
function everyZone(asked: number, zones: readonly LossFate[]): string {
  const told = (['cannot', 'may', 'unknown', 'must'] as const).flatMap((word) => {
    const many = zones.filter((one) => (isShort(one) ? 'cannot' : one.word) === word).length
    return many > 0 ? [`${many} ${word}`] : []
  })
  const none = asked - zones.length
  return `${asked} lost one by one: ${[...told, ...(none > 0 ? [`${none} without such pods`] : [])].join(', ')}`
}
