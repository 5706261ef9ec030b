// Sections 2.2, 5.1, 5.2 and 6.1: the stores as they are rendered, by an operator's resource where one runs them, and what
// it makes of that.

import { movingTags } from '../../../src/check/images/aging.ts'
import { answer, broken, type Claim, field } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { type Correction, change, components, held, type Options } from '../../findings/changing.ts'
import { declaresTheHeadlessService, namesTheDigest } from '../corrections.ts'
import { claimsOf, containerOf } from './objects.ts'

const rendered: Fact['kinds'] = ['render']
const judged: Fact['kinds'] = ['render', 'check']

const clusterOf = (environment: string) => `Cluster/backend-${environment}/postgres`
const membersOf = (environment: string, store: string) => `StatefulSet/backend-${environment}/${store}`

const members = (environment: string, store: string, count: number): Claim =>
  field(membersOf(environment, store), ['spec', 'replicas'], count)

const instances = (environment: string, count: number): Claim =>
  field(clusterOf(environment), ['spec', 'instances'], count)

/** A claim for each member, which pods of one node mount. */
const volume = (environment: string, store: string, storage: string): Claim =>
  answer(`claims of each ${store} of ${environment}`, (world) => claimsOf(membersOf(environment, store), world), [
    { accessModes: ['ReadWriteOnce'], storage },
  ])

const apart = (environment: string, store: string): Claim =>
  field(
    membersOf(environment, store),
    [
      ...['spec', 'template', 'spec', 'affinity', 'podAntiAffinity'],
      ...['requiredDuringSchedulingIgnoredDuringExecution', 0, 'topologyKey'],
    ],
    'kubernetes.io/hostname',
  )

const asks = (store: string, what: 'requests' | 'limits', amounts: object): Claim =>
  answer(
    `${what} of ${store}`,
    (world) => held(containerOf(membersOf('mainnet', store), store, world).resources)[what],
    amounts,
  )

const store = (name: string, said: Options): Correction => components([name], (options) => ({ ...options, ...said }))

/** The store of Testnet alone, which Devnet is like. */
const inTestnet = (name: string, said: Options): Correction =>
  change('sized', [''], (given) => {
    const options = held(given.options)
    return (given.component as { name?: string }).name === name && 'members' in options
      ? { ...given, options: { ...options, ...said } }
      : given
  })

const threeAgain = (mode: string) => ({ members: 3, replication: { mode, failover: 'automatic' } })
const halfAVolume = { size: '50Gi', class: 'lvm' }
const smallVolume = { size: '10Gi', class: 'lvm' }

const ofMainnet: readonly Fact[] = [
  {
    id: 'GX-45',
    title: 'three members of PostgreSQL in Mainnet, each on a node of its own',
    kinds: rendered,
    holds: [instances('mainnet', 3), members('mainnet', 'postgres', 3), apart('mainnet', 'postgres')],
    unless: store('postgres', { members: 4 }),
  },
  {
    id: 'GX-46',
    title: 'three members of Redis in Mainnet, each on a node of its own',
    kinds: rendered,
    holds: [members('mainnet', 'redis', 3), apart('mainnet', 'redis')],
    unless: store('redis', { members: 4 }),
  },
  {
    id: 'GX-57',
    title: 'the StatefulSet of PostgreSQL is named with a headless Service, which nobody declares',
    kinds: judged,
    on: 'as-written',
    holds: [
      field(membersOf('mainnet', 'postgres'), ['spec', 'serviceName'], 'postgres-headless'),
      broken('refers/mainnet/StatefulSet/postgres', 'Service postgres-headless does not exist'),
    ],
    unless: declaresTheHeadlessService,
  },
  {
    id: 'GX-58',
    title: 'PostgreSQL is to run 15-alpine, a tag that moves from one build to the next',
    kinds: judged,
    on: 'as-written',
    holds: [
      field(
        membersOf('mainnet', 'postgres'),
        ['spec', 'template', 'spec', 'containers', 0, 'image'],
        'postgres:15-alpine',
      ),
      answer('tags that move', (world) => [...movingTags(world)].flatMap(({ says }) => says.rows ?? []), [
        ['postgres:15-alpine', '3 pods of backend-mainnet/postgres'],
      ]),
    ],
    unless: namesTheDigest,
  },
  {
    id: 'GX-59',
    title: 'each member of PostgreSQL has a volume of 100Gi that one node mounts',
    kinds: rendered,
    holds: [
      field(clusterOf('mainnet'), ['spec', 'storage'], { size: '100Gi', storageClass: 'lvm' }),
      volume('mainnet', 'postgres', '100Gi'),
    ],
    unless: store('postgres', { volume: halfAVolume }),
  },
  {
    id: 'GX-60',
    title: 'each of the three members of Redis has a volume of 20Gi',
    kinds: rendered,
    holds: [members('mainnet', 'redis', 3), volume('mainnet', 'redis', '20Gi')],
    unless: store('redis', { volume: smallVolume }),
  },
  {
    id: 'GX-92',
    title: 'each member of PostgreSQL requests one core and 2Gi',
    kinds: rendered,
    holds: [
      field(clusterOf('mainnet'), ['spec', 'resources', 'requests'], { cpu: '1000m', memory: '2Gi' }),
      asks('postgres', 'requests', { cpu: '1000m', memory: '2Gi' }),
    ],
    unless: store('postgres', { requests: { cpu: '500m', memory: '2Gi' } }),
  },
  {
    id: 'GX-93',
    title: 'each member of PostgreSQL may take two cores and 4Gi',
    kinds: rendered,
    holds: [
      field(clusterOf('mainnet'), ['spec', 'resources', 'limits'], { cpu: '2000m', memory: '4Gi' }),
      asks('postgres', 'limits', { cpu: '2000m', memory: '4Gi' }),
    ],
    unless: store('postgres', { limits: { cpu: '2000m', memory: '8Gi' } }),
  },
  {
    id: 'GX-94',
    title: 'each member of Redis requests half a core, 1Gi and a volume of 20Gi, under a limit of its own',
    kinds: rendered,
    holds: [
      asks('redis', 'requests', { cpu: '500m', memory: '1Gi' }),
      asks('redis', 'limits', { cpu: '500m', memory: '2Gi' }),
      volume('mainnet', 'redis', '20Gi'),
    ],
    unless: store('redis', { requests: { cpu: '500m', memory: '512Mi' } }),
  },
]

const ofTestnet: readonly Fact[] = [
  {
    id: 'GX-53',
    title: 'one member of PostgreSQL in Testnet',
    kinds: rendered,
    holds: [instances('testnet', 1), members('testnet', 'postgres', 1)],
    unless: inTestnet('postgres', threeAgain('synchronous')),
  },
  {
    id: 'GX-54',
    title: 'one member of Redis in Testnet',
    kinds: rendered,
    holds: [members('testnet', 'redis', 1)],
    unless: inTestnet('redis', threeAgain('asynchronous')),
  },
  {
    id: 'GX-61',
    title: 'PostgreSQL of Testnet has a volume as large as that of each member in Mainnet',
    kinds: judged,
    holds: [
      field(clusterOf('testnet'), ['spec', 'storage', 'size'], '100Gi'),
      volume('testnet', 'postgres', '100Gi'),
      volume('mainnet', 'postgres', '100Gi'),
    ],
    unless: inTestnet('postgres', { volume: halfAVolume }),
  },
  {
    id: 'GX-62',
    title: 'Redis of Testnet has a volume of 20Gi',
    kinds: rendered,
    holds: [volume('testnet', 'redis', '20Gi')],
    unless: inTestnet('redis', { volume: smallVolume }),
  },
]

export const renderedStores: readonly Fact[] = [...ofMainnet, ...ofTestnet]
