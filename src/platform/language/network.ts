// Networks of a provider, their segments, and the ways to systems outside.

import { make, type NounSpec } from '../make.ts'
import type { Network, NetworkLink, Segment } from '../model.ts'
import { cidr, dnsLabel, labelValue, list, need, noun, oneOf, stated, text } from '../schema.ts'

export type NetworkOptions = Omit<Network, 'is' | 'name'>
export type SegmentOptions = Omit<Segment, 'is' | 'name'>
export type LinkOptions = Omit<NetworkLink, 'is' | 'name'>

export const networkSpec: NounSpec<NetworkOptions, Network> = {
  is: 'network',
  word: 'network',
  named: dnsLabel,
  fields: { cidr, region: labelValue, stated },
  build: (name, options) => ({ is: 'network', name, ...options }),
}

/** A private network of a provider. `network('vpc', { cidr: '10.0.0.0/16', region: 'eu-north-1' })` */
export function network(name: string, options: NetworkOptions = {}): Network {
  return make(networkSpec, name, options)
}

export const segmentSpec: NounSpec<SegmentOptions, Segment> = {
  is: 'segment',
  word: 'segment',
  named: dnsLabel,
  fields: {
    of: noun('network'),
    tier: oneOf('public', 'private'),
    zones: list(labelValue, 1),
    cidr,
    for: noun('organisation'),
    admits: list(noun('segment')),
    stated,
  },
  build: (name, options) => ({ is: 'segment', name, ...options }),
}

/** A tier of subnets. `segment('data', { of: vpc, tier: 'private', zones: ['a', 'b'], admits: [apps] })` */
export function segment(name: string, options: SegmentOptions = {}): Segment {
  return make(segmentSpec, name, options)
}

export const linkSpec: NounSpec<LinkOptions, NetworkLink> = {
  is: 'link',
  word: 'link',
  named: dnsLabel,
  fields: { kind: need(oneOf('vpn', 'dedicated', 'public'), 'who else is on it'), reason: text, stated },
  build: (name, options) => ({ is: 'link', name, ...options }),
}

/** The way to a system outside. `external('registry', { over: link('registry-vpn', { kind: 'vpn' }) })` */
export function link(name: string, options: LinkOptions): NetworkLink {
  return make(linkSpec, name, options)
}
