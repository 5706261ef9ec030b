// The words for what must hold when a zone or a cluster is lost.

import type { ZoneAnswer } from '../../engine/loss/after-zone-loss.ts'
import { proofWords } from '../proof-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { ZoneLossParts } from './zone-loss-parts.ts'

type Saying = { readonly [R in keyof ZoneLossParts]: (because: ZoneLossParts[R], truth: Truth) => string | Words }

export const zoneLossSays: Saying = {
  elsewhere: ({ workload, zones }, truth) => {
    const rows = zones.map(zoneRow)
    if (truth === true)
      return { line: `whichever zone is lost, the pods of ${workload} have a place in the others`, rows }
    if (zones.length === 0) return `nobody says in which zones ${workload} stands`
    const wanted: ZoneAnswer['answer'] = truth === false ? 'cannot' : 'unknown'
    const names = zones.filter(({ answer }) => answer === wanted).map(({ zone }) => zone)
    const which = `without ${names.join(', or without ')}, ${truth === false ? 'not all' : 'perhaps not all'} pods of ${workload}`
    return { line: `${which} have a place in the others`, rows }
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

function zoneRow({ zone, nodes, answer, proof, doubt }: ZoneAnswer): readonly [string, string] {
  const lost = `its ${nodes === 1 ? 'node' : `${nodes} nodes`} lost`
  if (answer === 'can') return [zone, `${lost}: a place for all${proof ? `, shown ${proofWords[proof]}` : ''}`]
  if (answer === 'cannot')
    return [zone, `${lost}: some have no place, in any order${proof ? `, shown ${proofWords[proof]}` : ''}`]
  return [zone, `${lost}: nothing shows that all have a place${doubt ? ` (${doubts[doubt]})` : ''}`]
}

const doubts: { readonly [D in NonNullable<ZoneAnswer['doubt']>]: string } = {
  volume: 'a volume may be tied to it',
  near: 'they must stand near pods that may be gone',
  spread: 'a spread rule leaves them few nodes, and others may fill those',
  room: 'others may take the room',
  apart: 'pods that keep them away may stand on all nodes',
  outranked: 'pods of higher priority may take their place',
  unmodelled: 'they use what is not modelled',
}
