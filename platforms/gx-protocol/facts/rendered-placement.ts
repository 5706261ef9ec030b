// Sections 5.1 and 5.2: rules for nodes and rules that keep pods apart, as pod templates carry them.

import { broken, type Claim, field } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { type Correction, change, components, held } from '../../findings/changing.ts'
import { requiresOfTheSubmitter, sameRuleForAll } from '../corrections.ts'
import { demands, keptApart, onServers, prefers } from './affinity.ts'

const rendered: Fact['kinds'] = ['render']
const judged: Fact['kinds'] = ['render', 'check']

const inMainnet = (name: string) => `Deployment/backend-mainnet/${name}`
const ofStore = (name: string) => `StatefulSet/backend-mainnet/${name}`

const onNodesOfTheirOwn = (ref: string): Claim =>
  keptApart(ref, 'required', { by: 'kubernetes.io/hostname', findsItsOwn: true })

const ratherApart = (name: string): Claim =>
  keptApart(inMainnet(name), 'preferred', { by: 'kubernetes.io/hostname', weight: 100, findsItsOwn: true })

const ratherOnServers = (name: string): Claim =>
  prefers(inMainnet(name), [{ weight: 100, preference: { matchExpressions: [onServers] } }])

/** A preference is no rule: nothing keeps them from the worker, or from one node. */
const isNoRule = (name: string): Claim =>
  broken(
    `stands/mainnet/${name}`,
    `nothing ties ${name} to the pool control-plane: srv1117946 may take it too`,
    'what is preferred is no rule',
  )

const untied = (name: string) => components([name], ({ place: _, ...options }) => options)

/** On any nodes, one on each as before. */
const anywhere = (name: string) =>
  components([name], (options) => ({ ...options, place: { apart: held(options.place).apart } }))

/** Kept apart by data centres, and only where that can be. */
const byZone = (name: string) =>
  components([name], (options) => ({
    ...options,
    place: { ...held(options.place), apart: [{ by: 'topology.kubernetes.io/zone', how: 'preferred', weight: 100 }] },
  }))

const onTheWorker = (ref: string): Claim =>
  demands(ref, { key: 'kubernetes.io/hostname', operator: 'In', values: ['srv1117946'] })

const ofTestnet = [
  'StatefulSet/backend-testnet/redis',
  ...['outbox-submitter', 'projector', 'svc-identity', 'svc-wallet', 'svc-tokenomics', 'api-gateway'].map(
    (name) => `Deployment/backend-testnet/${name}`,
  ),
]

const testnetAnywhere: Correction = change('sized', [''], (given) =>
  (given.component as { name?: string }).name === 'svc-wallet' && 'place' in held(given.options)
    ? { ...given, options: { ...held(given.options), place: undefined } }
    : given,
)

const ofStores: readonly Fact[] = [
  {
    id: 'GX-77',
    title: 'PostgreSQL stands on control-plane nodes, and nowhere else',
    kinds: judged,
    holds: [demands(ofStore('postgres'), onServers)],
    unless: anywhere('postgres'),
  },
  {
    id: 'GX-78',
    title: 'no two members of PostgreSQL share a node, by a rule that finds them',
    kinds: judged,
    holds: [
      field('Cluster/backend-mainnet/postgres', ['spec', 'affinity', 'podAntiAffinityType'], 'required'),
      onNodesOfTheirOwn(ofStore('postgres')),
    ],
    unless: byZone('postgres'),
  },
  {
    id: 'GX-81',
    title: 'Redis is placed by the same two rules as PostgreSQL',
    kinds: rendered,
    holds: [demands(ofStore('redis'), onServers), onNodesOfTheirOwn(ofStore('redis'))],
    unless: untied('redis'),
  },
]

const preferences: readonly Fact[] = [
  {
    id: 'GX-82',
    title: 'the outbox would rather stand on control-plane nodes, and may stand on the worker',
    kinds: judged,
    on: 'as-written',
    holds: [ratherOnServers('outbox-submitter'), isNoRule('outbox-submitter')],
    unless: requiresOfTheSubmitter,
  },
  {
    id: 'GX-83',
    title: 'pods of the outbox would rather stand apart, and two may share a node',
    kinds: rendered,
    on: 'as-written',
    holds: [ratherApart('outbox-submitter'), isNoRule('outbox-submitter')],
    unless: byZone('outbox-submitter'),
  },
  {
    id: 'GX-84',
    title: 'the projector is placed as the outbox is, by its own label',
    kinds: rendered,
    on: 'as-written',
    holds: [ratherOnServers('projector'), ratherApart('projector'), isNoRule('projector')],
    unless: sameRuleForAll,
  },
  {
    id: 'GX-86',
    title: 'pods of each service would rather stand apart, and all may share a node',
    kinds: rendered,
    on: 'as-written',
    holds: [
      ratherApart('svc-identity'),
      ...['svc-wallet', 'svc-tokenomics'].map(ratherApart),
      ...['svc-identity', 'svc-wallet', 'svc-tokenomics'].map(isNoRule),
    ],
    unless: untied('svc-wallet'),
  },
]

export const renderedPlacement: readonly Fact[] = [
  ...ofStores,
  ...preferences,
  {
    id: 'GX-88',
    title: 'three pods of the gateway, which all traffic enters by, stand on nodes of their own',
    kinds: judged,
    holds: [
      field(inMainnet('api-gateway'), ['spec', 'replicas'], 3),
      onNodesOfTheirOwn(inMainnet('api-gateway')),
      field(
        'NetworkPolicy/backend-mainnet/api-gateway',
        ['spec', 'ingress', 0, 'from', 0, 'namespaceSelector', 'matchLabels'],
        { 'kubernetes.io/metadata.name': 'ingress-nginx' },
      ),
    ],
    unless: untied('api-gateway'),
  },
  {
    id: 'GX-89',
    title: 'the stores, workers and services of Testnet stand on the worker by its name',
    kinds: rendered,
    holds: [onTheWorker('StatefulSet/backend-testnet/postgres'), ...ofTestnet.map(onTheWorker)],
    unless: testnetAnywhere,
  },
]
