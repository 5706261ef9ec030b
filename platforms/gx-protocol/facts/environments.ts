// Sections 1.1, 2.1 and 2.2: the environments, the cluster's name, and the ledger as a neighbour.

import { cluster as clusterOf } from 'seaworthy'
import type { World } from '../../../src/check/world.ts'
import { makingOf } from '../../../src/platform/made.ts'
import { answer, type Claim, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { type Correction, change, components, held, listed } from '../../findings/changing.ts'

const purposes = ({ views }: World) =>
  Object.fromEntries(
    views.flatMap(({ estate }) =>
      estate.environments
        .filter(({ namespace, standbyOf }) => namespace.startsWith('backend-') && standbyOf === undefined)
        .map(({ name, purpose }) => [name, purpose]),
    ),
  )

const deployed =
  (namespace: string) =>
  ({ views }: World) =>
    views.flatMap(({ estate }) => estate.objects).filter(({ manifest }) => manifest.metadata.namespace === namespace)
      .length

/** Names of the Services of a namespace that answer at a port of this name. */
const answering = (namespace: string, port: string, names: readonly string[]): Claim =>
  answer(
    `who answers at ${port} in ${namespace}`,
    ({ views }) =>
      views
        .flatMap(({ estate }) => estate.objects)
        .filter(({ ref, manifest }) => {
          const ports = listed(held(manifest.spec).ports)
          return ref.startsWith(`Service/${namespace}/`) && ports.some(({ name }) => name === port)
        })
        .map(({ manifest }) => manifest.metadata.name)
        .sort(),
    names,
  )

const fewer = (ledger: string, part: 'authorities' | 'databases' | 'peers'): Correction =>
  components([ledger], (options) => {
    const { names, ...rest } = held(options[part])
    return { ...options, [part]: { ...rest, names: (names as readonly string[]).slice(1) } }
  })

/** Devnet is there with its ledger, and planned no more. */
const devnetStands = change('platform', ['gx-protocol'], (options) => ({
  ...options,
  environments: listed(options.environments).map((one) => (one.is === 'planned' ? one.value : one)),
}))

const renamedCluster = change(
  'environment',
  ['mainnet', 'testnet', 'fabric', 'fabric-testnet'],
  ({ on, ...options }) => ({
    ...options,
    on: renamed(on as object),
  }),
)

const renamedOnce = new WeakMap<object, object>()

function renamed(cluster: object): object {
  const made = renamedOnce.get(cluster) ?? clusterOf('another-cluster', (makingOf(cluster)?.given ?? {}) as never)
  renamedOnce.set(cluster, made)
  return made
}

export const environments: readonly Fact[] = [
  {
    id: 'GX-01',
    title: 'Mainnet alone is for production; Testnet stands beside it, and Devnet is planned',
    kinds: ['express'],
    holds: [
      answer('purposes', purposes, { mainnet: 'production', testnet: 'test' }),
      kept('planned/devnet/calls', 'what it calls runs, or is planned'),
    ],
    unless: change('environment', ['testnet'], (options) => ({ ...options, purpose: 'production' })),
  },
  {
    id: 'GX-04',
    title: 'Devnet is judged as a plan and deployed nowhere',
    kinds: ['express', 'check'],
    holds: [kept('planned/devnet/calls'), answer('objects of Devnet', deployed('backend-devnet'), 0)],
    unless: devnetStands,
  },
  {
    id: 'GX-05',
    title: 'Devnet runs what Testnet runs, but for what development does without',
    kinds: ['express'],
    holds: [kept('planned/devnet/calls', 'as testnet, without api-gateway and svc-tokenomics')],
    unless: change('environment', ['devnet'], (options) => ({ ...options, without: [] })),
  },
  {
    id: 'GX-09',
    title: 'the cluster of production has one name, under which all is judged',
    kinds: ['express'],
    holds: [
      answer(
        'where production stands',
        ({ views }) =>
          views.filter(({ estate }) => estate.environments.some(({ name }) => name === 'mainnet'))[0]?.estate.cluster,
        'gx-protocol-cluster',
      ),
    ],
    unless: renamedCluster,
  },
  {
    id: 'GX-23',
    title: 'four peers of two organisations answer in the ledger of Mainnet',
    kinds: ['express'],
    holds: [answering('fabric', 'peer', ['peer0-org1', 'peer0-org2', 'peer1-org1', 'peer1-org2'])],
    unless: fewer('fabric', 'peers'),
  },
  {
    id: 'GX-24',
    title: 'the ledger of Mainnet has a state database for each of its four peers',
    kinds: ['express'],
    holds: [
      answering('fabric', 'peer', ['peer0-org1', 'peer0-org2', 'peer1-org1', 'peer1-org2']),
      answering('fabric', 'database', [
        'couchdb-peer0-org1',
        'couchdb-peer0-org2',
        'couchdb-peer1-org1',
        'couchdb-peer1-org2',
      ]),
    ],
    unless: fewer('fabric', 'databases'),
  },
  {
    id: 'GX-25',
    title: 'each organisation has a certificate authority in the ledger of Mainnet',
    kinds: ['express'],
    holds: [answering('fabric', 'authority', ['ca-org1', 'ca-org2'])],
    unless: fewer('fabric', 'authorities'),
  },
  {
    id: 'GX-27',
    title: 'two peers answer in the ledger of Testnet',
    kinds: ['express'],
    holds: [answering('fabric-testnet', 'peer', ['peer0-org1', 'peer0-org2'])],
    unless: fewer('fabric-testnet', 'peers'),
  },
  {
    id: 'GX-28',
    title: 'the ledger of Testnet has a state database for each of its two peers',
    kinds: ['express'],
    holds: [
      answering('fabric-testnet', 'peer', ['peer0-org1', 'peer0-org2']),
      answering('fabric-testnet', 'database', ['couchdb-peer0-org1', 'couchdb-peer0-org2']),
    ],
    unless: fewer('fabric-testnet', 'databases'),
  },
]
