// The taxonomy: the private cloud and its three subnets, none of them with a zone or an address range.

import { network, segment } from 'seaworthy'
import { says } from './says.ts'

const drawn = (...lines: readonly number[]) => says('Infrastructure Taxonomy', ...lines)

export const vpc = network('vpc', { stated: drawn(13) })

export const publicSubnet = segment('public', { of: vpc, tier: 'public', stated: drawn(15) })
export const appSubnet = segment('private-app', { of: vpc, tier: 'private', stated: drawn(20) })
export const dataSubnet = segment('private-data', { of: vpc, tier: 'private', stated: drawn(29) })
