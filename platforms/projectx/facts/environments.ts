// The table of environments: which there are, what each is for, and what sets them apart.

import { environment, external } from 'seaworthy'
import type { World } from '../../../src/check/world.ts'
import { answer, field, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed, type Options } from '../../findings/changing.ts'
import { preProduction } from '../amended/cluster.ts'
import { dev } from '../amended/environments.ts'
import { blockchain } from '../amended/ledger.ts'

const inEnvironment = (name: string, edit: (options: Options) => Options) => change('environment', [name], edit)

const purposes = ({ views }: World) =>
  Object.fromEntries(
    views.flatMap(({ estate }) =>
      estate.environments
        .filter(({ purpose, standbyOf }) => purpose !== 'shared' && standbyOf === undefined)
        .map(({ name, purpose }) => [name, purpose]),
    ),
  )

/** Everything of Dev a second time, where it serves beside the first. */
const twice = change('platform', ['projectx'], (options) => ({
  ...options,
  environments: [
    ...listed(options.environments),
    environment('dev-too', { on: preProduction, namespace: 'dev-too', like: dev, activeWith: dev }),
  ],
}))

const live = external('live-government-apis', { stage: 'production', listens: 'https', at: '192.0.2.20/32' })

/** The first of the members operates nothing of the ledger, and no cluster. */
const idle = (platform: Parameters<ReturnType<typeof change>>[0]) =>
  change(
    'cluster',
    ['production'],
    ({ operator: _, ...options }) => options,
  )(
    components(['blockchain'], (options) => ({
      ...options,
      ...Object.fromEntries(
        (['orderers', 'peers'] as const).map((role) => {
          const members = held(options[role])
          return [role, { ...members, operators: listed(members.operators).slice(1) }]
        }),
      ),
    }))(platform),
  )

export const environments: readonly Fact[] = [
  {
    id: 'PX-01',
    title: 'three environments: one to develop in, one before production, and production',
    kinds: ['express'],
    holds: [answer('purposes', purposes, { dev: 'development', staging: 'staging', production: 'production' })],
    unless: inEnvironment('staging', (options) => ({ ...options, purpose: 'development' })),
  },
  {
    id: 'PX-02',
    title: 'there is one Dev for each branch, and it ends with it',
    kinds: ['express', 'run'],
    holds: [kept('lives/dev', 'each dev, one for every branch, ends when that is closed')],
    unless: inEnvironment('dev', ({ per: _, lives: __, ...options }) => options),
  },
  {
    id: 'PX-04',
    title: 'Dev is one cluster in one region',
    kinds: ['check'],
    holds: [kept('spans/dev', 'clusters: exactly 1 are promised, and there are 1 (dev)', 'there are 1 (eu-central-1)')],
    unless: twice,
  },
  {
    id: 'PX-05',
    title: 'features are permissive in Dev, and in Production they are not',
    kinds: ['express', 'render'],
    holds: [
      kept('configures/dev', 'features of dev: permissive'),
      kept('configures/production', 'features of production: restricted'),
    ],
    unless: inEnvironment('dev', (options) => ({ ...options, features: 'restricted' })),
  },
  {
    id: 'PX-06',
    title: 'nothing of the database of Dev is copied or kept',
    kinds: ['render', 'run'],
    holds: [
      field('Cluster/dev/postgres', ['spec', 'backup'], undefined),
      field('ScheduledBackup/dev/postgres-backup', ['spec', 'schedule'], undefined),
      field('ScheduledBackup/staging/postgres-backup', ['apiVersion'], 'postgresql.cnpg.io/v1'),
    ],
    unless: inEnvironment('dev', ({ sized: _, ...options }) => options),
  },
  {
    id: 'PX-10',
    title: 'Staging is made as Production, but for what is on a list',
    kinds: ['check'],
    holds: [
      kept(
        'mirrors/staging/production',
        'staging is made as production but for cluster, endpoints, size',
        'only what may differ does',
      ),
    ],
    unless: inEnvironment('staging', (options) => ({ ...options, without: [blockchain] })),
  },
  {
    id: 'PX-11',
    title: 'Staging calls what agencies offer to try things out on, and nothing else outside',
    kinds: ['check', 'secure'],
    holds: [
      kept('integrates/staging/sandbox', 'compliance-gateway call sandbox-government-apis, which is sandbox'),
      holds('reaches/staging/compliance-gateway/sandbox-government-apis'),
    ],
    unless: inEnvironment('staging', (options) => ({
      ...options,
      instead: listed(options.instead).map((pair) => [(pair as unknown as readonly unknown[])[0], live]),
    })),
  },
  {
    id: 'PX-12',
    title: 'a consortium has members, and each of them operates something',
    kinds: ['express'],
    holds: [
      kept('operates/projectx/consortium', 'north-custody, south-custody, west-custody belong to consortium'),
      kept('operates/projectx/north-custody', 'blockchain-orderer-north-custody-0'),
      kept('operates/projectx/south-custody', 'blockchain-orderer-south-custody-0'),
      kept('operates/projectx/west-custody', 'blockchain-orderer-west-custody-0'),
    ],
    unless: idle,
  },
  {
    id: 'PX-13',
    title: 'Production stands in two regions, and each of its stores has something in both',
    kinds: ['check', 'drill'],
    holds: [
      kept('spans/production', 'regions: several are promised, and there are 2 (eu-central-1, eu-west-3)'),
      ...['broker', 'documents', 'postgres', 'blockchain'].map((store) => holds(`outlives/production/${store}`)),
      kept('stands-by/production-standby'),
    ],
    unless: change('cluster', ['second'], (options) => ({ ...options, region: 'eu-central-1' })),
  },
]
