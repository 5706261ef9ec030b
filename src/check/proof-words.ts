import type { ZoneAnswer } from '../engine/loss/after-zone-loss.ts'

/** How it is shown that displaced pods have a place, or have none. */
export const proofWords: { readonly [P in NonNullable<ZoneAnswer['proof']>]: string } = {
  requests: 'by what all others ask for',
  shares: 'by the shares of nodes that all others take',
  count: 'by how many pods fill a node',
  search: 'by every order, tried',
  'no node': 'as every other node refuses them by itself',
  volume: 'by the volumes that are tied to it',
  apart: 'by rules that keep pods apart, place by place',
  room: 'by how many of them fit in what is left',
  spread: 'by the rule that spreads them',
}
