// Database architecture, cache layer and disaster recovery: who takes writes, what lies where, and what a failure leaves.

import { step } from 'seaworthy'
import { broken, type Claim, facts, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed, promises } from '../../findings/changing.ts'
import { live, with_ } from './told.ts'

const ofMongodb = (edit: object) =>
  change('content', ['bakhmach-hub-documents'], (options) => ({ ...options, ...edit }))

/** Of the copies of a store, those of one name said otherwise. */
const copied = (store: string, name: string, edit: object) =>
  components([store], (options) => ({
    ...options,
    backups: listed(options.backups).map((one) => (one.name === name ? { ...one, ...edit } : one)),
  }))

const slow = step('promote replica', { does: 'promote', actor: 'controller', takes: '20m' })

const primary: Claim = facts(
  'replicates',
  ({ component, environment, mode, failover }) =>
    component === 'postgresql' && environment === 'production' ? `${mode}, ${failover}` : undefined,
  ['synchronous, automatic'],
)

export const stores: readonly Fact[] = [
  {
    id: 'BK-75',
    title: 'one member of PostgreSQL takes writes, the others follow it, and one of them is promoted by itself',
    kinds: ['express'],
    holds: [primary],
    unless: with_('postgresql', { replication: 'none' }),
  },
  {
    id: 'BK-76',
    title: 'PostgreSQL has two followers by its own streaming',
    kinds: ['render', 'run'],
    on: 'as-written',
    holds: [live('StatefulSet/production/postgresql', ['spec', 'replicas'], 3)],
    unless: with_('postgresql', { followers: 1 }),
  },
  {
    id: 'BK-77',
    title: 'MongoDB has three members',
    kinds: ['render', 'drill'],
    on: 'as-written',
    holds: [live('StatefulSet/production/mongodb', ['spec', 'replicas'], 3)],
    unless: with_('mongodb', { members: 5 }),
  },
  {
    id: 'BK-78',
    title: 'rows of MongoDB are shared out by two keys, and nothing that leads to them is declared',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [
      broken(
        'assembled/production/mongodb',
        'shared out by tenant_id and context_id, and no router and no configuration server is declared',
      ),
    ],
    unless: components(['mongodb'], (options) => ({
      ...options,
      shards: { ...held(options.shards), routers: 2, configServers: 3 },
    })),
  },
  {
    id: 'BK-79',
    title: 'fifteen to twenty collections a context are up to 120 in all',
    kinds: ['check'],
    holds: [kept('figure/production/mongodb-collections', '20 + 20 + 20 + 20 + 20 + 20 = 120, as stated')],
    unless: ofMongodb({ collections: 25 }),
  },
  {
    id: 'BK-80',
    title: 'half a terabyte a context is three terabytes in all',
    kinds: ['check'],
    holds: [kept('figure/production/mongodb-stored', '500G + 500G + 500G + 500G + 500G + 500G = 3T, as stated')],
    unless: ofMongodb({ size: '400G' }),
  },
  {
    id: 'BK-81',
    title: 'six members of Redis are three masters, each with one that follows',
    kinds: ['render', 'drill'],
    on: 'as-written',
    holds: [kept('assembled/production/redis', '6 members of redis are 3 masters with 3 that follow')],
    unless: with_('redis', { members: 8 }),
  },
  {
    id: 'BK-82',
    title: 'each of six members of Redis asks for its sixth of 128 GB',
    kinds: ['check'],
    on: 'as-written',
    holds: [
      live(
        'StatefulSet/production/redis',
        ['spec', 'template', 'spec', 'containers', '0', 'resources', 'requests', 'memory'],
        '21333333333',
      ),
    ],
    unless: with_('redis', { memory: '64G' }),
  },
  {
    id: 'BK-83',
    title: 'a cache may drop any key; what is written there first has a store that drops none',
    kinds: ['render', 'check'],
    holds: [kept('keeps-content/production/audit-trails', 'nothing is dropped when memory is full')],
    unless: with_('audit-trails', { eviction: 'allkeys-lru' }),
  },
  {
    id: 'BK-86',
    title: 'audit trails are written where any key may be dropped',
    kinds: ['run', 'check'],
    on: 'as-written',
    holds: [
      broken('keeps-content/production/redis', 'audit-trails is written here first, and allkeys-lru drops any key'),
    ],
    unless: with_('redis', { eviction: 'noeviction' }),
  },
  {
    id: 'BK-89',
    title: 'no failure takes more than five minutes of the database',
    kinds: ['check', 'drill'],
    holds: [
      kept('recovers/production/any-failure/postgresql-after-corruption', 'come back from log, but for 2m'),
      kept('recovers/production/any-failure/postgresql-after-loss-of-a-region', 'but for 0s to 60s'),
    ],
    unless: copied('postgresql', 'log', { takes: '20m' }),
  },
  {
    id: 'BK-90',
    title: 'what is done about a lost region, and about wrong rows, is over within fifteen minutes',
    kinds: ['check', 'drill'],
    holds: [
      holds('recovers/production/any-failure/production', 'failover takes 8m30s to 14m30s, within 15m'),
      holds('recovers/production/any-failure/postgresql', 'restore takes 7m to 14m, within 15m'),
    ],
    unless: change('procedure', ['failover'], (options) => ({
      ...options,
      steps: listed(options.steps).map((one) => (one.name === 'promote replica' ? slow : one)),
    })),
  },
  {
    id: 'BK-95',
    title: 'copies are taken every hour, and every six hours are stated',
    kinds: ['check'],
    on: 'as-written',
    holds: [broken('figure/production/postgresql-time-between-backups', '1h, and 6h is stated')],
    unless: promises('figure', (given) => (given.is === '6h' ? { ...given, is: '1h' } : given)),
  },
  {
    id: 'BK-96',
    title: 'copies are kept for ninety days',
    kinds: ['render', 'check'],
    holds: [holds('retains/production/strategy/postgresql', 'full keeps each copy for 90d')],
    unless: copied('postgresql', 'full', { keep: '30d' }),
  },
  {
    id: 'BK-16',
    title: 'copies of production are taken every hour, each in two regions',
    kinds: ['render', 'check'],
    holds: [
      kept('retains/production/postgresql', 'incremental lies in eu-west-3 and eu-central-1'),
      kept('retains/production/mongodb'),
    ],
    unless: copied('mongodb', 'full', { to: undefined }),
  },
]
