// Sections 3, 4 and 8.2: who may talk to whom, by policies made from what is declared to call.

import { answer, broken, facts, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { type Correction, change, held } from '../../findings/changing.ts'

const isolated = ['mainnet', 'testnet', 'fabric', 'fabric-testnet', 'monitoring', 'ingress']

const without = (environment: string, option: string) =>
  change('environment', [environment], (options) => ({ ...options, [option]: undefined }))

/** The same ledger on other ports, or with other names. */
const ledger = (members: string, edit: object) =>
  change('component', ['fabric'], (options) => ({ ...options, [members]: { ...held(options[members]), ...edit } }))

const called = (caller: string, members: readonly string[], port: string) =>
  members.map((member) => kept(`reaches/mainnet/${caller}/${member}.fabric:${port}`))

const orderers = [0, 1, 2, 3, 4].map((at) => `orderer${at}-org0`)
const peers = ['peer0-org1', 'peer1-org1', 'peer0-org2', 'peer1-org2']

/** The ledger of Mainnet on the second site. */
const abroad: Correction = (platform) => {
  const pooled = change('cluster', ['gx-protocol-standby'], (options) => ({
    ...options,
    pools: { 'control-plane': options.nodes },
  }))(platform)
  const there = pooled.environments.find((one) => one.is === 'environment' && one.name === 'rehearsal')
  const on = there?.is === 'environment' ? there.on : undefined
  return change('environment', ['fabric'], (options) => ({ ...options, on }))(pooled)
}

/** The environments that have a policy of this name. */
const having = (policy: string, namespaces: readonly string[]) =>
  answer(
    `namespaces with ${policy}`,
    ({ views }) =>
      views.flatMap(({ estate }) =>
        estate.environments
          .map(({ namespace }) => namespace)
          .filter((namespace) => estate.objects.some(({ ref }) => ref === `NetworkPolicy/${namespace}/${policy}`)),
      ),
    namespaces,
  )

const isApart = (place: string) =>
  holds(`protects/${place}`, 'protected by accounts, budgets, policies, quota, secrets')

export const network: readonly Fact[] = [
  {
    id: 'GX-37',
    title: 'who reaches whom across namespaces is what is declared to call, and nothing beside',
    kinds: ['check', 'secure'],
    holds: [
      kept('onlyCalls/mainnet', 'are let through, and each of these is called'),
      ...isolated.slice(1).map((place) => holds(`onlyCalls/${place}`)),
    ],
    unless: change('environment', ['mainnet'], (options) => ({
      ...options,
      policies: { ...held(options.policies), egressTo: ['fabric-testnet'] },
    })),
  },
  {
    id: 'GX-71',
    title: 'a Service of this cluster picks at random for each connection, and not in turn',
    kinds: ['run', 'check'],
    on: 'as-written',
    holds: [
      broken(
        'balances/mainnet/svc-identity',
        'kube-proxy in mode iptables picks at random, and not in turn (round-robin)',
      ),
    ],
    unless: change('cluster', ['gx-protocol-cluster'], (options) => ({ ...options, proxy: { mode: 'ipvs' } })),
  },
  {
    id: 'GX-126',
    title: 'five orderers answer in fabric on port 7050, and the submitter reaches each of them',
    kinds: ['express', 'run'],
    holds: [
      kept('reaches/mainnet/outbox-submitter/orderer0-org0.fabric:orderer', 'at TCP 7050'),
      ...called('outbox-submitter', orderers, 'orderer'),
    ],
    unless: ledger('orderers', { port: 7049 }),
  },
  {
    id: 'GX-127',
    title: 'four peers answer in fabric on port 7051, and both workers reach each of them',
    kinds: ['express', 'run'],
    holds: [
      kept('reaches/mainnet/projector/peer0-org1.fabric:peer', 'at TCP 7051'),
      ...called('projector', peers, 'peer'),
      ...called('outbox-submitter', peers, 'peer'),
    ],
    unless: ledger('peers', { port: 7049 }),
  },
  {
    id: 'GX-128',
    title: 'two certificate authorities answer in fabric on port 7054, and identity reaches both',
    kinds: ['express', 'run'],
    holds: [
      kept('reaches/mainnet/svc-identity/ca-org1.fabric:authority', 'at TCP 7054'),
      ...called('svc-identity', ['ca-org1', 'ca-org2'], 'authority'),
    ],
    unless: ledger('authorities', { port: 7049 }),
  },
  {
    id: 'GX-137',
    title: 'every namespace denies what no policy lets through',
    kinds: ['render', 'check'],
    holds: [
      having('default-deny', [
        'external-secrets',
        'fabric',
        'fabric-testnet',
        'ingress-nginx',
        'backend-mainnet',
        'monitoring',
        'backend-testnet',
        'backend-mainnet',
        'external-secrets',
      ]),
      ...['monitoring', 'ingress'].map((place) => kept(`protects/${place}`, 'is isolated in both directions')),
    ],
    unless: without('fabric-testnet', 'policies'),
  },
  {
    id: 'GX-140',
    title: 'inside the backend what is called is open, port by port',
    kinds: ['render', 'check'],
    holds: [
      kept('connects/mainnet/calls'),
      ...['svc-identity', 'svc-wallet', 'svc-tokenomics'].map((api) => kept(`reaches/mainnet/api-gateway/${api}:http`)),
    ],
    unless: change('environment', ['mainnet'], (options) => ({
      ...options,
      policies: { ...held(options.policies), calls: undefined },
    })),
  },
  {
    id: 'GX-142',
    title: 'all is blocked but names, the ledger, the backend among itself and the way in to the gateway',
    kinds: ['check'],
    holds: [
      kept('resolves/mainnet/dns'),
      kept('onlyCalls/mainnet'),
      kept('reachedOnlyBy/mainnet/api-gateway'),
      kept('separates/mainnet/fabric-testnet'),
      kept('separates/mainnet/kube-system'),
      kept('separates/testnet/mainnet'),
    ],
    unless: change('environment', ['mainnet'], (options) => ({
      ...options,
      policies: { ...held(options.policies), dns: undefined },
    })),
  },
  {
    id: 'GX-143',
    title:
      'each hop from the entry to the database, and from the submitter to the orderers, is a call that gets through',
    kinds: ['check'],
    holds: [kept('carries/mainnet/traffic-flow'), kept('carries/mainnet/submission')],
    unless: change('component', ['nginx-ingress'], (options) => ({ ...options, calls: [] })),
  },
  {
    id: 'GX-38',
    title: 'policies, a quota, budgets, accounts and Secrets keep each tenant of the cluster apart',
    kinds: ['check'],
    holds: [isApart('fabric'), isApart('fabric-testnet'), isApart('mainnet'), isApart('testnet')],
    unless: without('fabric', 'quota'),
  },
  {
    id: 'GX-149',
    title: 'what is called of the ledger stands in the cluster, under its own names',
    kinds: ['check'],
    holds: [
      facts(
        'calls',
        ({ from, to }) => (from.startsWith('Deployment/backend-mainnet/') && to.is === 'outside' ? to.name : undefined),
        [],
      ),
      kept('carries/mainnet/submission', 'these are: fabric/orderer0-org0, fabric/orderer1-org0'),
    ],
    unless: abroad,
  },
  {
    id: 'GX-250',
    title: 'no call leads from one cluster to another',
    kinds: ['check'],
    holds: [
      answer(
        'components of another cluster that are called',
        ({ views }) => {
          const components = new Set(views.flatMap(({ pods }) => pods.map(({ component }) => component)))
          return views
            .flatMap(({ estate }) => estate.facts)
            .flatMap((fact) => (fact.trait === 'calls' && fact.to.is === 'outside' ? fact.to.name : []))
            .filter((name) => components.has(name))
        },
        [],
      ),
      kept('carries/mainnet/submission'),
    ],
    unless: abroad,
  },
]
