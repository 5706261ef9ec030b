// The four nodes of the document, and a fifth beside the three that Mainnet stands on, so that one of them may be lost.

import { cluster, node } from 'seaworthy'
import { says } from '../as-written/says.ts'

const server = (name: string, role: string, zone: string, load: `${number}%`, line: number) =>
  node(name, {
    cpu: 16,
    memory: '64Gi',
    disk: '1T',
    zone,
    ...(role === 'control-plane' && { roles: ['control-plane'] }),
    taken: { cpu: load, memory: load, stated: says('2.1', line) },
    stated: says('2.1', line),
  })

// A server of K3s without a member of etcd: what tolerates the loss of one of three would not gain by a fourth.
const spare = node('srv-mainnet-4', {
  cpu: 16,
  memory: '64Gi',
  disk: '1T',
  zone: 'primary-dc',
  roles: ['control-plane'],
})

const controlPlane = [
  server('srv1089618', 'control-plane', 'primary-dc', '60%', 58),
  server('srv1089624', 'control-plane', 'primary-dc', '55%', 59),
  server('srv1092158', 'control-plane', 'primary-dc', '65%', 60),
  spare,
]
const worker = server('srv1117946', 'worker', 'secondary-dc', '50%', 61)

export const production = cluster('gx-protocol-cluster', {
  kubernetes: '1.33.5',
  distribution: 'k3s',
  nodes: [...controlPlane, worker],
  pools: { 'control-plane': controlPlane, worker: [worker] },
  storage: { 'local-path': { bound: 'node', default: true, stated: says('2.1', 66) } },
  stated: says('1.1, 2.1, 3.2', 29, 32, 53, 54, 220),
})
