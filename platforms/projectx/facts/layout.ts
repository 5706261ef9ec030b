// The logical layout: who runs, who calls whom, and by which way callers come in.

import type { World } from '../../../src/check/world.ts'
import { answer, type Claim, field, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed } from '../../findings/changing.ts'
import { gateway, identity, services } from '../amended/components.ts'

const clusters = ['dev', 'production', 'second', 'staging']

/** The clusters on which a workload of this name stands, with a Service in front of it. */
const stands = (name: string): Claim =>
  answer(
    `clusters with ${name}`,
    ({ views }: World) =>
      views
        .filter(({ estate }) =>
          ['Deployment', 'Service'].every((kind) =>
            estate.objects.some(({ ref }) => ref.startsWith(`${kind}/`) && ref.endsWith(`/${name}`)),
          ),
        )
        .map(({ estate }) => estate.cluster)
        .sort(),
    clusters,
  )

/** It answers by another name, and nobody calls that. */
const renamed = (name: string) => components([name], (options) => ({ ...options, names: [`${name}-elsewhere`] }))

const noCalls = (name: string) => components([name], ({ calls: _, ...options }) => ({ ...options, calls: [] }))

const member = (port: 'orderer' | 'peer', owner: string) => `blockchain-${port}-${owner}-custody-0:${port}`

const behindMesh = (id: string, name: string, title: string, ...more: readonly Claim[]): Fact => ({
  id,
  title,
  kinds: ['express', 'render'],
  holds: [stands(name), holds(`reaches/production/api-gateway/${name}:main`), ...more],
  unless: renamed(name),
})

const proxied = (namespace: string) =>
  field(`Namespace//${namespace}`, ['metadata', 'labels', 'istio-injection'], 'enabled')

export const layout: readonly Fact[] = [
  {
    id: 'PX-16',
    title: 'devices come in by the gateway alone',
    kinds: ['check'],
    holds: [kept('entersBy/production/entry', 'client-devices come by api-gateway, and nothing else opens a door')],
    unless: components(['client-devices'], (options) => ({ ...options, calls: [gateway, identity] })),
  },
  {
    id: 'PX-17',
    title: 'the gateway hands what comes in to services of the mesh',
    kinds: ['express', 'render'],
    holds: [
      holds('mutualTls/production/mtls', 'the pods of production have proxies of service-mesh'),
      proxied('production'),
      ...services.map(({ name }) => holds(`reaches/production/api-gateway/${name}:main`)),
    ],
    unless: change('environment', ['production'], ({ mesh: _, ...options }) => options),
  },
  behindMesh('PX-18', 'identity', 'Identity stands behind the mesh'),
  behindMesh('PX-19', 'product-registry', 'the Product Registry stands behind the mesh'),
  behindMesh(
    'PX-20',
    'custody-orchestration',
    'Custody Orchestration stands behind the mesh, and calls the ledger',
    holds(`reaches/production/custody-orchestration/${member('orderer', 'north')}`),
    holds(`reaches/production/custody-orchestration/${member('peer', 'south')}`),
  ),
  behindMesh(
    'PX-21',
    'billing',
    'Billing stands behind the mesh, and reaches what it calls alone',
    holds('onlyCalls/production'),
  ),
  behindMesh('PX-22', 'compliance-gateway', 'the Compliance Gateway stands behind the mesh'),
  {
    id: 'PX-23',
    title: 'every service calls members of the ledger, and is drawn so',
    kinds: ['express', 'check'],
    holds: [
      kept('drawn/projectx/logical layout', 'no way between two boxes is left out'),
      ...services.map(({ name }) => holds(`reaches/production/${name}/${member('peer', 'north')}`)),
    ],
    unless: noCalls('billing'),
  },
  {
    id: 'PX-24',
    title: 'the ledger has members in each role, so many and of those operators',
    kinds: ['express'],
    holds: [
      kept('operates/projectx/blockchain', 'blockchain has 3 of the role orderer', 'blockchain has 6 of the role peer'),
      kept('operates/projectx/south-custody', 'blockchain-peer-south-custody-0, blockchain-peer-south-custody-1'),
    ],
    unless: components(['blockchain'], (options) => {
      const peers = held(options.peers)
      return {
        ...options,
        peers: { ...peers, operators: listed(peers.operators).map((one) => ({ ...one, count: 1 })) },
      }
    }),
  },
  {
    id: 'PX-25',
    title: 'what is committed to the ledger is brought to the lake',
    kinds: ['express', 'render'],
    holds: [
      field('Deployment/production/ledger-feed', ['spec', 'replicas'], 2),
      holds(`reaches/production/ledger-feed/${member('peer', 'north')}`),
      holds('reaches/production/ledger-feed/warehouse'),
      kept('drawn/projectx/logical layout', 'no way between two boxes is left out'),
    ],
    unless: noCalls('ledger-feed'),
  },
]
