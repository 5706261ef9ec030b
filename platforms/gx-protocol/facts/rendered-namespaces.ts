// Sections 4.1 and 4.3: namespaces as they are rendered, with their labels, their quotas and what their policies let through.

import { asIfStanding } from '../../../src/check/plans/as-if-standing.ts'
import type { World } from '../../../src/check/world.ts'
import { answer, type Claim, field } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { type Correction, change, held, listed, type Options } from '../../findings/changing.ts'
import { objectOf, objectsIn } from './objects.ts'

type Direction = 'ingress' | 'egress'
type Worlds = (world: World) => World

const asItStands: Worlds = (world) => world

/** With what is planned, as it would be rendered once it stands. */
const withThePlanned: Worlds = (world) => asIfStanding(world)?.all ?? world

const labels = (namespace: string, of: { readonly [label: string]: string }, when = asItStands): Claim =>
  answer(`labels of ${namespace}`, (world) => held(objectOf(`Namespace//${namespace}`, when(world)).metadata).labels, {
    ...of,
    'kubernetes.io/metadata.name': namespace,
  })

const quota = (namespace: string, name: string, amounts: Options, when = asItStands): Claim =>
  answer(
    `the quota of ${namespace}`,
    (world) => {
      const { hard } = held(objectOf(`ResourceQuota/${namespace}/${name}`, when(world)).spec)
      return Object.fromEntries(Object.keys(amounts).map((resource) => [resource, held(hard)[resource]]))
    },
    amounts,
  )

const nothingByDefault = (namespace: string, when = asItStands): Claim =>
  answer(
    `the policy of ${namespace} for everything else`,
    (world) => objectOf(`NetworkPolicy/${namespace}/default-deny`, when(world)).spec,
    { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  )

/** What the policies of a namespace let through from others, or to others and to addresses, as `fabric TCP 7050`. */
const across = (namespace: string, way: Direction, pairs: readonly string[], when = asItStands): Claim =>
  answer(`${way} of ${namespace} across its border`, (world) => crossing(namespace, way, when(world)), pairs)

function crossing(namespace: string, way: Direction, world: World): readonly string[] {
  const policies = objectsIn(world).filter(({ ref }) => ref.startsWith(`NetworkPolicy/${namespace}/`))
  const rules = policies.flatMap(({ manifest }) => listed(held(manifest.spec)[way]))
  const pairs = rules.flatMap((rule) =>
    listed(rule[way === 'ingress' ? 'from' : 'to']).flatMap((peer) => {
      const end = endOf(peer)
      return end === undefined ? [] : listed(rule.ports).map(({ protocol, port }) => `${end} ${protocol} ${port}`)
    }),
  )
  return [...new Set(pairs)].sort()
}

/** The namespace or the addresses of a peer; undefined: pods of the same namespace. */
function endOf({ namespaceSelector, ipBlock }: Options): unknown {
  return namespaceSelector === undefined
    ? held(ipBlock).cidr
    : held(held(namespaceSelector).matchLabels)['kubernetes.io/metadata.name']
}

const names = ['kube-system TCP 53', 'kube-system UDP 53']
const bucket = '203.0.113.0/24 TCP 443'
const apiServers = ['11', '12', '13'].map((host) => `198.51.100.${host}/32 TCP 6443`)
const watched = ['5432', '9090', '9121', '9187'].map((port) => `monitoring TCP ${port}`)

const rendered: Fact['kinds'] = ['render']

const labelled = (environment: string, label: string): Correction =>
  change('environment', [environment], (options) => ({
    ...options,
    labels: { ...held(options.labels), environment: label },
  }))

const deniesNothing = change('environment', ['mainnet'], (options) => ({
  ...options,
  policies: { ...held(options.policies), defaultDeny: undefined },
}))

export const renderedNamespaces: readonly Fact[] = [
  {
    id: 'GX-121',
    title: 'the namespace of the ledger has its labels, and lets in what the backend calls alone',
    kinds: rendered,
    holds: [
      labels('fabric', { environment: 'mainnet', component: 'blockchain' }),
      nothingByDefault('fabric'),
      across(
        'fabric',
        'ingress',
        [7050, 7051, 7054].map((port) => `backend-mainnet TCP ${port}`),
      ),
      across('fabric', 'egress', names),
    ],
    unless: labelled('fabric', 'production'),
  },
  {
    id: 'GX-122',
    title: 'the namespace of the ledger for tests has its labels, and lets in what Testnet calls alone',
    kinds: rendered,
    holds: [
      labels('fabric-testnet', { environment: 'testnet', component: 'blockchain' }),
      nothingByDefault('fabric-testnet'),
      across(
        'fabric-testnet',
        'ingress',
        [7050, 7051].map((port) => `backend-testnet TCP ${port}`),
      ),
      across('fabric-testnet', 'egress', names),
    ],
    unless: labelled('fabric-testnet', 'mainnet'),
  },
  {
    id: 'GX-123',
    title: 'the namespace of Mainnet is labelled as its ledger is, and has its quota and its policies',
    kinds: rendered,
    holds: [
      labels('backend-mainnet', { environment: 'mainnet', component: 'backend' }),
      quota('backend-mainnet', 'mainnet', { 'requests.cpu': '16', 'requests.memory': '32Gi' }),
      nothingByDefault('backend-mainnet'),
      across('backend-mainnet', 'ingress', ['ingress-nginx TCP 8080', ...watched]),
      across('backend-mainnet', 'egress', [
        ...[...apiServers, bucket],
        ...[7050, 7051, 7054].map((port) => `fabric TCP ${port}`),
        ...names,
      ]),
    ],
    unless: labelled('mainnet', 'production'),
  },
  {
    id: 'GX-124',
    title: 'the namespace of Testnet has its labels, its quota and its policies, which lead to its own ledger',
    kinds: rendered,
    holds: [
      labels('backend-testnet', { environment: 'testnet', component: 'backend' }),
      quota('backend-testnet', 'testnet', { 'requests.cpu': '8', 'requests.memory': '16Gi' }),
      nothingByDefault('backend-testnet'),
      across('backend-testnet', 'ingress', ['ingress-nginx TCP 8080', ...watched]),
      across('backend-testnet', 'egress', [
        ...[...apiServers, bucket],
        ...[7050, 7051].map((port) => `fabric-testnet TCP ${port}`),
        ...names,
      ]),
    ],
    unless: labelled('testnet', 'mainnet'),
  },
  {
    id: 'GX-125',
    title:
      'the namespace of Devnet, once it stands, has its labels, its quota and its policies, and its ledger is planned too',
    kinds: rendered,
    holds: [
      field('Namespace//backend-devnet', ['metadata'], undefined),
      labels('backend-devnet', { environment: 'development', component: 'backend' }, withThePlanned),
      quota('backend-devnet', 'devnet', { 'requests.cpu': '4', 'requests.memory': '8Gi' }, withThePlanned),
      nothingByDefault('backend-devnet', withThePlanned),
      across(
        'backend-devnet',
        'egress',
        [...apiServers, bucket, ...[7050, 7051].map((port) => `fabric-devnet TCP ${port}`), ...names],
        withThePlanned,
      ),
      labels('fabric-devnet', { environment: 'development', component: 'blockchain' }, withThePlanned),
    ],
    unless: labelled('devnet', 'testnet'),
  },
  {
    id: 'GX-136',
    title: 'nothing goes in or out of Mainnet where no rule lets it',
    kinds: rendered,
    holds: [nothingByDefault('backend-mainnet')],
    unless: deniesNothing,
  },
]
