// Network topology: what requests from the internet pass before the gateway.

import { client, waf } from 'seaworthy'
import { gateway } from './components.ts'
import { says } from './says.ts'

const topology = (...lines: readonly number[]) => says('Network Topology', ...lines)

export const shield = waf('waf', {
  by: 'cloudflare',
  calls: [gateway],
  cites: { calls: topology(80, 83) },
  stated: topology(80),
})

export const internet = client('internet', {
  calls: [shield],
  cites: { calls: topology(77, 80) },
  stated: topology(77),
})

export const edge = [internet, shield]
