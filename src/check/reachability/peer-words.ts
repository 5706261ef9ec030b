// What rules of a policy let through, in words: `TCP 6379 to pods with app=cache; TCP 587 to anywhere`.

import type { FarEnd } from '../../engine/reachability/policy.ts'
import { isEverything, sayLabelSelector } from '../../kubernetes/selector.ts'
import type { LabelSelector, PolicyPort } from '../../kubernetes/types.ts'
import { kindNames, portsText } from './miss-words.ts'

/** One rule without where it stands; peers and ports are absent where it takes all. */
export interface ToldRule {
  readonly peers?: readonly FarEnd[]
  readonly ports?: readonly PolicyPort[]
}

const mostTold = 4

export function rulesText(rules: readonly ToldRule[], to: 'to' | 'from'): string {
  const told = rules.slice(0, mostTold).map(({ peers, ports }) => {
    return `${ports ? portsText(ports) : 'every port'} ${to} ${peers ? peersText(peers) : 'anywhere'}`
  })
  const more = rules.length > mostTold ? [`${rules.length - mostTold} rules more`] : []
  return [...told, ...more].join(', ')
}

function peersText(peers: readonly FarEnd[]): string {
  const told = peers.slice(0, mostTold).map(peerText)
  return [...told, ...(peers.length > mostTold ? [`${peers.length - mostTold} more`] : [])].join(' or ')
}

function peerText({ podSelector, namespaceSelector, ipBlock, takes, mayTake }: FarEnd): string {
  if (ipBlock) return blockText(ipBlock)
  const kinds = takes ?? mayTake?.ends
  if (kinds) return kinds.map((kind) => kindNames[kind]).join(' and ')
  if (!namespaceSelector) return podsText(podSelector)
  if (isEverything(namespaceSelector)) return `${podsText(podSelector)} of every namespace`
  const where = `namespaces with ${sayLabelSelector(namespaceSelector)}`
  return podSelector && !isEverything(podSelector) ? `${podsText(podSelector)} in ${where}` : where
}

function blockText({ cidr, except = [] }: NonNullable<FarEnd['ipBlock']>): string {
  const base = cidr === '0.0.0.0/0' || cidr === '::/0' ? 'anywhere' : cidr
  return except.length === 0 ? base : `${base} but ${except.join(', ')}`
}

function podsText(selector: LabelSelector = {}): string {
  return isEverything(selector) ? 'every pod' : `pods with ${sayLabelSelector(selector)}`
}
