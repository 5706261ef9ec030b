// The nodes of the document, each twice as large beside the same neighbours, and one more for Mainnet: so any one of them may
// be lost, and what it carried finds a place on the others, however they stand.

import { cluster, node } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { largeNode, usualNode } from './prices.ts'

interface Neighbours {
  readonly cpu: number
  readonly memory: `${number}Gi`
  readonly line: number
}

const primary = { cpu: 32, memory: '128Gi', disk: '1T', zone: 'primary-dc', price: largeNode } as const

// The load that the document gives in shares of 16 cores and 64 GB.
const server = (name: string, { cpu, memory, line }: Neighbours) =>
  node(name, {
    ...primary,
    roles: ['control-plane', 'etcd'],
    taken: { cpu, memory, stated: says('2.1', line) },
    stated: says('2.1', line),
  })

// A server of K3s without a member of etcd: four of them would bear the loss of no more than three do.
const spare = node('srv-mainnet-4', { ...primary, roles: ['control-plane'] })

const controlPlane = [
  server('srv1089618', { cpu: 9.6, memory: '38.4Gi', line: 58 }),
  server('srv1089624', { cpu: 8.8, memory: '35.2Gi', line: 59 }),
  server('srv1092158', { cpu: 10.4, memory: '41.6Gi', line: 60 }),
  spare,
]

const worker = node('srv1117946', {
  cpu: 16,
  memory: '64Gi',
  disk: '1T',
  zone: 'secondary-dc',
  price: usualNode,
  taken: { cpu: '50%', memory: '50%', stated: says('2.1', 61) },
  stated: says('2.1', 61),
})

// The document gives no addresses; these stand for the three servers' own, which whoever runs them puts here.
const apiServers = ['198.51.100.11/32', '198.51.100.12/32', '198.51.100.13/32']

export const production = cluster('gx-protocol-cluster', {
  api: { at: apiServers, port: 6443 },
  kubernetes: '1.33.5',
  distribution: 'k3s',
  // Callers come in by another controller, at the same ports of the nodes.
  without: ['traefik'],
  // K3s does neither unless it is told to.
  server: { audit: 'Metadata', encryptsSecrets: true, stated: says('8.1, 8.3', 922, [959, 961]) },
  nodes: [...controlPlane, worker],
  pools: { 'control-plane': controlPlane, worker: [worker] },
  links: [
    {
      between: ['primary-dc', 'secondary-dc'],
      takes: { from: '50ms', to: '200ms' },
      stated: says('3.1, 3.2', 136, 195),
    },
  ],
  // Volumes of local-path outgrow their size: what keeps data is a logical volume of LVM.
  storage: {
    'local-path': { bound: 'node', default: true, stated: says('2.1', 66) },
    lvm: { bound: 'node', provisioner: 'topolvm.io' },
  },
  stated: says('1.1, 2.1, 3.2', 29, 32, 53, 54, 220),
})
