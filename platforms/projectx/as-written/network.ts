// Networking and segmentation: where core services stand, the mesh behind the gateway, and the ways to agencies.

import { link, mesh, segment, undecided } from 'seaworthy'
import { says } from './says.ts'

const of = (...lines: readonly number[]) => says('Networking and Segmentation', ...lines)

export const core = segment('core', { tier: 'private', stated: of(49) })

// Mutual TLS is said of it; whether it takes plain text as well is not. No product is named.
export const serviceMesh = mesh('service-mesh', { stated: says('Logical Layout, Networking and Segmentation', 17, 49) })

// Private connectivity is for where it is possible; where it is not, nothing says why.
export const toAgencies = undecided(
  'agency-connectivity',
  link('vpn', { kind: 'vpn', stated: of(51) }),
  // MPLS or ExpressRoute: either is a line of one's own.
  link('dedicated', { kind: 'dedicated', stated: of(51) }),
  link('public', { kind: 'public', stated: of(51) }),
  of(51),
)
