// Sections 2.1, 2.2, 5.1, 5.2 and 7.2: the nodes, who stands where, and what the loss of one leaves.

import { answer, broken, type Claim, facts, field, holds, kept, nodes } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, promises } from '../../findings/changing.ts'

const cluster = 'gx-protocol-cluster'
const mainnet = ['postgres', 'redis', 'outbox-submitter', 'projector', 'svc-identity', 'svc-wallet', 'svc-tokenomics']
const servers = ['srv-mainnet-4', 'srv1089618', 'srv1089624', 'srv1092158'].join(', ')
// The resource that Kubernetes counts a node's own disk as.
const disk = ['ephemeral', 'storage'].join('-')

const isServer = ({ labels }: { readonly labels: object }) =>
  Object.hasOwn(labels, 'node-role.kubernetes.io/control-plane')

/** Nothing says where these stand. */
const untied = (...names: readonly string[]) => components(names, ({ place: _, ...options }) => options)

const noWorker = change('cluster', [cluster], (options) => ({
  ...options,
  pools: { ...held(options.pools), worker: [] },
}))

const changed = (name: string, more: object) => change('node', [name], (options) => ({ ...options, ...more }))

const server = (id: `GX-${number}`, node: string, load: string): Fact => ({
  id,
  title: `${node} is a server in the primary data centre, with ${load} cores taken by neighbours`,
  kinds: ['express'],
  holds: [
    answer(
      `node ${node}`,
      ({ views }) =>
        views
          .flatMap(({ estate }) => estate.nodes)
          .filter(({ name }) => name === node)
          .map((one) => [one.zone, one.taken.cpu, one.allocatable[disk], isServer(one)]),
      [['primary-dc', load, '1T', true]],
    ),
  ],
  unless: changed(node, { zone: 'secondary-dc' }),
})

export const placement: readonly Fact[] = [
  {
    id: 'GX-02',
    title: 'Mainnet stands on the servers of the control plane and nowhere else',
    kinds: ['check'],
    holds: [
      kept(
        'stands/mainnet/api-gateway',
        `the rules of api-gateway take nodes of the pool control-plane only: ${servers}`,
      ),
      ...mainnet.map((name) => holds(`stands/mainnet/${name}`, 'of the pool control-plane only')),
    ],
    unless: untied('api-gateway'),
  },
  {
    id: 'GX-03',
    title: 'Testnet stands on the worker',
    kinds: ['check'],
    holds: [kept('stands/testnet/svc-wallet', 'of the pool worker only: srv1117946')],
    unless: noWorker,
  },
  {
    id: 'GX-07',
    title: 'all of Testnet on one node is accepted, as it is for tests',
    kinds: ['express', 'check'],
    holds: [kept('survives-node/testnet', 'without srv1117946', 'accepted, as testnet is for test')],
    unless: change('environment', ['testnet'], (options) => ({ ...options, purpose: 'production' })),
  },
  {
    id: 'GX-08',
    title: 'Testnet stands where its ledger stands',
    kinds: ['check'],
    holds: [
      kept('stands/testnet/outbox-submitter', 'srv1117946'),
      kept('stands/fabric-testnet/fabric-testnet', 'srv1117946'),
    ],
    unless: untied('fabric-testnet'),
  },
  {
    id: 'GX-10',
    title: 'the distribution is K3s 1.33: its servers are the members of etcd, and its parts are there',
    kinds: ['express', 'check'],
    holds: [
      answer(
        'version',
        ({ views }) => {
          const found = views.find(({ estate }) => estate.cluster === cluster)?.estate
          return [found?.distribution, found?.minor]
        },
        ['k3s', '1.33'],
      ),
      field('Deployment/kube-system/coredns', ['kind'], 'Deployment'),
    ],
    unless: change('cluster', [cluster], (options) => ({ ...options, kubernetes: '1.34.1' })),
  },
  {
    id: 'GX-11',
    title: 'three servers decide by two of three, beside a worker',
    kinds: ['express'],
    holds: [
      kept(
        `figure/${cluster}/nodes-left-after-loss-of-a-zone`,
        '0 of 3 members of etcd, 2 needed',
        '3 of 3 members of etcd, 2 needed',
      ),
    ],
    unless: changed('srv1092158', { roles: ['control-plane'] }),
  },
  server('GX-12', 'srv1089618', '9.6'),
  server('GX-13', 'srv1089624', '8.8'),
  server('GX-14', 'srv1092158', '10.4'),
  {
    id: 'GX-15',
    title: 'the worker stands in another data centre, half taken',
    kinds: ['express'],
    holds: [
      nodes(cluster, ({ zone }) => zone, {
        'srv-mainnet-4': 'primary-dc',
        srv1089618: 'primary-dc',
        srv1089624: 'primary-dc',
        srv1092158: 'primary-dc',
        srv1117946: 'secondary-dc',
      }),
    ],
    unless: changed('srv1089618', { zone: 'secondary-dc' }),
  },
  {
    id: 'GX-22',
    title: 'five orderers keep a majority whichever node is lost',
    kinds: ['express', 'check'],
    holds: [holds('quorum/fabric/fabric/fabric-orderers', '3 of the 5 voters of fabric-orderers are needed')],
    unless: components(['fabric'], (options) => ({
      ...options,
      orderers: { ...(options.orderers as object), place: undefined },
    })),
  },
  {
    id: 'GX-26',
    title: 'the ledger of Testnet has one orderer, which decides alone',
    kinds: ['express', 'check'],
    holds: [
      facts('elects', ({ environment, voters }) => (environment === 'fabric-testnet' ? voters : undefined), [
        ['StatefulSet/fabric-testnet/orderer0-org0'],
      ]),
    ],
    unless: components(['fabric-testnet'], (options) => ({
      ...options,
      orderers: { ...(options.orderers as object), names: ['orderer0-org0', 'orderer1-org0', 'orderer2-org0'] },
    })),
  },
  {
    id: 'GX-29',
    title: 'the backend and the ledger stand on one cluster',
    kinds: ['express'],
    holds: [
      answer(
        'namespaces of the cluster',
        ({ views }) => {
          const [one] = views.filter(({ estate }) => estate.cluster === cluster)
          const names = one?.estate.environments.map(({ namespace }) => namespace) ?? []
          return ['backend-mainnet', 'fabric'].map((name) => names.includes(name))
        },
        [true, true],
      ),
    ],
    unless: change('environment', ['fabric'], (options) => ({ ...options, namespace: 'ledger' })),
  },
  {
    id: 'GX-36',
    title: 'what neighbours take on a node counts where its pods must find room elsewhere',
    kinds: ['check'],
    holds: [holds('survives/mainnet/loss-of-a-node/svc-identity', 'free: 22.4 + 23.2 + 21.6 = 67.2 cores')],
    unless: changed('srv1089618', { taken: { cpu: 4, memory: '38.4Gi' } }),
  },
  {
    id: 'GX-42',
    title: 'no call that is declared may cross from one data centre to the other',
    kinds: ['check'],
    holds: [kept('figure/mainnet/calls-that-cross-zones', '0, as stated')],
    unless: untied('projector'),
  },
  {
    id: 'GX-70',
    title: 'each API service has three pods, of which the loss of a node leaves two',
    kinds: ['check'],
    holds: ['svc-identity', 'svc-wallet', 'svc-tokenomics'].map((name) =>
      kept(`figure/mainnet/${name}-share-of-pods-left`, '2 of 3 pods at worst'),
    ) as [Claim, ...Claim[]],
    unless: components(['svc-wallet'], (options) => ({ ...options, replicas: 2 })),
  },
  {
    id: 'GX-76',
    title: 'every workload of Mainnet keeps its pods on nodes of their own',
    kinds: ['check', 'drill'],
    holds: [
      kept('stands/mainnet/api-gateway', 'at most one pod of api-gateway on one kubernetes.io/hostname'),
      kept('stands/mainnet/projector', 'at most one pod of projector on one kubernetes.io/hostname'),
    ],
    unless: untied('projector'),
  },
  {
    id: 'GX-79',
    title: 'the three instances of PostgreSQL stand on three nodes of the control plane',
    kinds: ['check', 'run'],
    holds: [holds('stands/mainnet/postgres', 'of the pool control-plane only', 'on one kubernetes.io/hostname')],
    unless: untied('postgres'),
  },
  {
    id: 'GX-87',
    title: 'a service without a rule for nodes may stand on the worker',
    kinds: ['check'],
    on: 'as-written',
    holds: [
      broken(
        'stands/mainnet/svc-identity',
        'nothing ties svc-identity to the pool control-plane: srv1117946 may take it too',
      ),
    ],
    unless: components(['svc-identity'], (options) => ({
      ...options,
      place: { require: [{ label: 'node-role.kubernetes.io/control-plane' }] },
    })),
  },
  {
    id: 'GX-90',
    title: 'the servers carry the label of the control plane, the worker does not',
    kinds: ['check'],
    holds: [
      nodes(cluster, isServer, {
        'srv-mainnet-4': true,
        srv1089618: true,
        srv1089624: true,
        srv1092158: true,
        srv1117946: false,
      }),
    ],
    unless: changed('srv1092158', { roles: [] }),
  },
  {
    id: 'GX-190',
    title: 'the steps of a recovery add up to 100 to 190 seconds, and not to 2 to 5 minutes',
    kinds: ['check', 'drill'],
    on: 'as-written',
    holds: [
      broken(
        'figure/mainnet/node-failure-time-of-all-steps',
        '30s + 10s + 30s to 60s + 30s to 90s = 100s to 190s, and 2m to 5m is stated',
      ),
    ],
    unless: promises('figure', (given) =>
      (given.measure as { counts?: string }).counts === 'stepTime'
        ? { ...given, is: { from: '100s', to: '190s' } }
        : given,
    ),
  },
]
