// Section 2: four nodes in two data centres, half full already.

import { cluster, node } from 'seaworthy'
import { says } from './says.ts'

// The document writes GB of RAM where it later counts Gi (96GB in line 70 is 96Gi in line 681): Gi throughout.
const server = (name: string, role: string, zone: string, load: `${number}%`, line: number) =>
  node(name, {
    cpu: 16,
    memory: '64Gi',
    disk: '1T',
    zone,
    ...(role === 'control-plane' && { roles: ['control-plane'] }),
    taken: { cpu: load, stated: says('2.1', line) },
    stated: says('2.1', line),
  })

const controlPlane = [
  server('srv1089618', 'control-plane', 'primary-dc', '60%', 58),
  server('srv1089624', 'control-plane', 'primary-dc', '55%', 59),
  server('srv1092158', 'control-plane', 'primary-dc', '65%', 60),
]
const worker = server('srv1117946', 'worker', 'secondary-dc', '50%', 61)

export const production = cluster('gx-protocol-cluster', {
  kubernetes: '1.33.5',
  distribution: 'k3s',
  nodes: [...controlPlane, worker],
  pools: { 'control-plane': controlPlane, worker: [worker] },
  links: [
    {
      between: ['primary-dc', 'secondary-dc'],
      takes: { from: '50ms', to: '200ms' },
      stated: says('3.1, 3.2', 136, 195),
    },
  ],
  storage: { 'local-path': { bound: 'node', default: true, stated: says('2.1', 66) } },
  taken: { memory: '160Gi', pods: { count: 35, in: ['fabric', 'fabric-testnet'] }, stated: says('2.1', 69) },
  stated: says('1.1, 2.1, 3.2', 29, 32, 53, 54, 220),
})
