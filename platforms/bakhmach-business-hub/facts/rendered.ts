// What is rendered for each environment: pods, policies, what proxies are told, and copies.

import { answer, broken, type Claim, facts, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { type Correction, change, components, held, listed } from '../../findings/changing.ts'
import { live, meshed, objectOn, scaling, with_ } from './told.ts'

const rendered: Fact['kinds'] = ['render']

/** What is said of one component in one environment alone. */
const sizedIn = (component: string, has: string, edit: object): Correction =>
  change('sized', [''], (given) => {
    const options = held(given.options)
    const isMeant = (given.component as { name?: string }).name === component && has in options
    return isMeant ? { ...given, options: { ...options, ...edit } } : given
  })

const copies = (environment: string, component: string, value: readonly unknown[]): Claim =>
  facts(
    'backsUp',
    (fact) =>
      fact.environment === environment && fact.component === component
        ? [fact.name, fact.everySeconds, fact.to.is === 'outside' ? fact.to.name : fact.to.is]
        : undefined,
    value,
  )

const ofDatabase = [
  ['full', 86_400, 's3'],
  ['incremental', 3_600, 's3'],
  ['log', undefined, 's3'],
  ['snapshots', 86_400, 's3'],
]

const copied = (name: string, edit: object): Correction =>
  components(['postgresql'], (options) => ({
    ...options,
    backups: listed(options.backups).map((one) => (one.name === name ? { ...one, ...edit } : one)),
  }))

const environment = (name: string, edit: object): Correction =>
  change('environment', [name], (options) => ({ ...options, ...edit }))

const rule = (field: readonly string[], value: unknown): Claim =>
  live('DestinationRule/production/auth-service', ['spec', 'trafficPolicy', ...field], value)

const places: readonly Fact[] = [
  {
    id: 'BK-02',
    title: 'each service of development has one pod, and nothing gives it more',
    kinds: rendered,
    holds: [kept('replicas/development/auth-service'), kept('replicas/development/slon-finance')],
    unless: environment('development', { replicas: 2 }),
  },
  {
    id: 'BK-03',
    title: 'nothing requests less than development',
    kinds: rendered,
    holds: [kept('allots/development/least', 'cpu: 950m requested')],
    unless: sizedIn('slon-finance', 'limits', { requests: { cpu: '4000m', memory: '1Gi' } }),
  },
  {
    id: 'BK-05',
    title: 'no copy is taken in development',
    kinds: ['render', 'check'],
    holds: [copies('development', 'postgresql', []), copies('development', 'mongodb', [])],
    unless: sizedIn('mongodb', 'volume', { backups: [{ name: 'daily', how: 'full', every: 'day' }] }),
  },
  {
    id: 'BK-06',
    title: 'staging has five nodes',
    kinds: rendered,
    holds: [
      answer(
        'nodes of staging',
        ({ views }) => views.find(({ estate }) => estate.cluster === 'staging')?.estate.nodes.length,
        5,
      ),
    ],
    unless: change('pool', ['general'], (options) => ({ ...options, nodes: { from: 3, to: 50 } })),
  },
  {
    id: 'BK-07',
    title: 'each service of staging has two pods at least',
    kinds: rendered,
    holds: [kept('replicas/staging/auth-service'), kept('replicas/staging/keycloak')],
    unless: environment('staging', { replicas: 1 }),
  },
  {
    id: 'BK-10',
    title: 'copies of staging are taken every day',
    kinds: rendered,
    holds: [
      copies('staging', 'postgresql', [['daily', 86_400, 's3']]),
      copies('staging', 'mongodb', [['daily', 86_400, 's3']]),
    ],
    unless: sizedIn('mongodb', 'backups', { backups: [] }),
  },
  {
    id: 'BK-11',
    title: 'staging scales at 70% of the CPU that is requested',
    kinds: rendered,
    holds: [
      answer(
        'target of auth-service in staging',
        (world) => {
          const spec = held(objectOn('staging', 'HorizontalPodAutoscaler/staging/auth-service', world).spec)
          return held(held(held(listed(spec.metrics)[0]).resource).target).averageUtilization
        },
        70,
      ),
    ],
    unless: scaling('staging', (scales) => ({ ...scales, on: [{ cpu: '50%' }] })),
  },
  {
    id: 'BK-31',
    title: 'Prometheus and Grafana watch the cluster of production',
    kinds: rendered,
    holds: [
      live('Prometheus/monitoring/prometheus', ['kind'], 'Prometheus'),
      live('Deployment/monitoring/grafana', ['kind'], 'Deployment'),
    ],
    unless: change('environment', ['monitoring-production'], (options) => ({
      ...options,
      runs: listed(options.runs).filter(({ name }) => name !== 'grafana'),
    })),
  },
]

const ways: readonly Fact[] = [
  {
    id: 'BK-59',
    title: 'the gateway takes callers from its balancer alone',
    kinds: ['render', 'run'],
    holds: [
      live(
        'NetworkPolicy/production/api-gateway',
        ['spec', 'ingress', '0', 'from'],
        [{ ipBlock: { cidr: '10.0.0.0/20' } }],
      ),
    ],
    unless: with_('balancer', { at: '0.0.0.0/0' }),
  },
  {
    id: 'BK-60',
    title: 'services are let out to the block of the stores, and to no other',
    kinds: ['render', 'check'],
    holds: [
      answer(
        'blocks that auth-service is let out to',
        (world) => {
          const { egress } = held(objectOn('production', 'NetworkPolicy/production/auth-service', world).spec)
          return listed(egress).flatMap(({ to }) => listed(to).flatMap(({ ipBlock }) => held(ipBlock).cidr ?? []))
        },
        ['10.0.64.0/20'],
      ),
    ],
    unless: change('segment', ['data'], (options) => ({ ...options, cidr: '10.0.0.0/8' })),
  },
  {
    id: 'BK-61',
    title: 'pods are shut off from each other, but for what is declared',
    kinds: ['render', 'run'],
    holds: [
      live('NetworkPolicy/production/default-deny', ['spec', 'policyTypes'], ['Ingress', 'Egress']),
      holds('onlyCalls/production'),
    ],
    unless: environment('production', { policies: { dns: true, calls: true } }),
  },
  {
    id: 'BK-64',
    title: 'proxies are told of each service how it is called',
    kinds: rendered,
    holds: [
      answer(
        'VirtualServices of production',
        ({ views }) =>
          views
            .find(({ estate }) => estate.cluster === 'production')
            ?.estate.objects.filter(({ ref }) => ref.startsWith('VirtualService/production/')).length,
        7,
      ),
    ],
    unless: meshed({ by: 'linkerd', version: '2.19' }),
  },
  {
    id: 'BK-65',
    title: 'who has the fewest requests is asked next',
    kinds: rendered,
    holds: [rule(['loadBalancer', 'simple'], 'LEAST_REQUEST')],
    unless: meshed({ balances: 'round-robin' }),
  },
  {
    id: 'BK-68',
    title: 'after five failures in a row nothing is sent there for half a minute',
    kinds: ['render', 'run'],
    holds: [
      rule(['outlierDetection', 'consecutive5xxErrors'], 5),
      rule(['outlierDetection', 'baseEjectionTime'], '30s'),
    ],
    unless: meshed({ breaker: { failures: 10, for: '30s' } }),
  },
  {
    id: 'BK-119',
    title: 'Prometheus reaches the metrics of all eight services',
    kinds: rendered,
    holds: [holds('scrapes/production/prometheus', '8 workloads expose metrics')],
    unless: components(['auth-service'], ({ metrics: _, ...options }) => options),
  },
]

const kinds = ['render', 'run'] as const

const backups: readonly Fact[] = [
  {
    id: 'BK-87',
    title: 'a snapshot of PostgreSQL goes to S3 every day',
    kinds,
    holds: [copies('production', 'postgresql', ofDatabase)],
    unless: copied('snapshots', { every: 'week' }),
  },
  {
    id: 'BK-88',
    title: 'snapshots are kept for thirty days, and ninety are promised',
    kinds: rendered,
    on: 'as-written',
    holds: [broken('retains/production/strategy/postgresql', 'snapshots keeps each copy for 30d')],
    unless: components(['postgresql'], (options) => ({
      ...options,
      backups: listed(options.backups).map((one) => ({ ...one, keep: '90d' })),
    })),
  },
  {
    id: 'BK-91',
    title: 'what has changed of PostgreSQL is copied every hour, upon whole copies',
    kinds: rendered,
    holds: [
      copies('production', 'postgresql', ofDatabase),
      kept('assembled/production/postgresql', 'incremental of postgresql builds on whole copies'),
    ],
    unless: copied('incremental', { every: '6h' }),
  },
  {
    id: 'BK-92',
    title: 'a whole copy of PostgreSQL is taken every day',
    kinds: rendered,
    holds: [copies('production', 'postgresql', ofDatabase)],
    unless: copied('full', { every: 'week' }),
  },
  {
    id: 'BK-93',
    title: 'what is stored is copied to the other region within five minutes',
    kinds: ['render', 'observe'],
    holds: [kept('recovers/production/any-failure/s3-after-loss-of-a-region', 'but for 0s to 5m')],
    unless: with_('s3', { replicatesTo: [{ region: 'eu-central-1', lag: '1h' }] }),
  },
  {
    id: 'BK-97',
    title: 'the loss of a region is rehearsed every week, with what the availability leaves for it',
    kinds: ['drill', 'render'],
    holds: [holds('drills/production/failover'), holds('availability/production/budget', '60s every 7d')],
    unless: change('drill', ['failover'], (options) => ({ ...options, every: 'day' })),
  },
  {
    id: 'BK-100',
    title: 'names lead to the other region within a minute, checks and answers that are kept counted',
    kinds: ['drill', 'check'],
    holds: [kept('recovers/production/any-failure/names', '10s × 2 + 30s = 50s at worst, within 1m')],
    unless: change('dnsFailover', ['names'], (options) => ({ ...options, ttl: '5m' })),
  },
]

const people: readonly Fact[] = [
  { id: 'BK-146', name: 'System Admin', may: 'everything', instead: 'read' },
  { id: 'BK-147', name: 'Context Manager', may: 'everything', instead: 'read' },
  { id: 'BK-148', name: 'Service Account', may: 'configure, deploy', instead: 'everything' },
  { id: 'BK-149', name: 'Guest', may: 'read', instead: 'write' },
  { id: 'BK-150', name: 'Auditor', may: 'audit', instead: 'write' },
].map(
  ({ id, name, may, instead }): Fact => ({
    id,
    title: `${name} may do this, and nothing beside: ${may}`,
    kinds,
    holds: [kept(`signs-in/bakhmach-business-hub/access/${name}`, `${name} may do this: ${may}`)],
    unless: change('access', [name], (options) => ({ ...options, may: [instead] })),
  }),
)

export const renderedFacts: readonly Fact[] = [...places, ...ways, ...backups, ...people]
