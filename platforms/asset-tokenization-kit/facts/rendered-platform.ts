// Pools, classes, the mesh, and what watches: what the rendered objects and the verdicts on them say.

import { field, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, promises } from '../../findings/changing.ts'
import { shown } from './shown.ts'

const pool = (number: number, title: string, name: string, says: string): Fact =>
  shown(number, title, {
    kinds: ['render', 'check'],
    holds: [kept(`pools/kubernetes/${name}`, says)],
    unless: change('pool', [name], (options) => ({ ...options, nodes: 7, scales: 'person' })),
  })

const leftOut = (service: string, consecutive5xxErrors: number, baseEjectionTime: string) =>
  field(`DestinationRule/production/${service}`, ['spec', 'trafficPolicy', 'outlierDetection'], {
    consecutive5xxErrors,
    baseEjectionTime,
    maxEjectionPercent: 100,
  })

const breaker = (number: number, title: string, service: string, failures: number, time: string): Fact =>
  shown(number, title, {
    kinds: ['render', 'run'],
    holds: [leftOut(service, failures, time)],
    unless: components(['api-backend'], (options) => ({ ...options, calls: [] })),
  })

const told = (number: number, title: string, alert: string, ...says: readonly string[]): Fact =>
  shown(number, title, {
    kinds: ['render', 'observe'],
    holds: [holds(`told/asset-tokenization-kit/${alert}`, ...says)],
    unless: change('alert', [alert], ({ to, ...options }) => options),
  })

const answered = (number: number, title: string, incident: string): Fact =>
  shown(number, title, {
    kinds: ['observe', 'run'],
    holds: [kept(`answered/asset-tokenization-kit/${incident}`)],
    unless: change('incident', [incident], (options) => ({ ...options, told: [] })),
  })

export const renderedPlatform: readonly Fact[] = [
  pool(45, 'machines for services come and go as pods need them', 'application', 'changed by an autoscaler'),
  pool(46, 'machines for what keeps rows are as many as somebody says', 'data', 'data has 6'),
  pool(53, 'of machines for services there are ten at most', 'application', '3 to 10'),
  pool(55, 'of machines for what watches there is one number', 'system', 'system has 3'),
  pool(56, 'machines with a GPU stand while pods ask for them', 'gpu', 'machines of gpu stand while pods ask for them'),
  shown(14, 'four environments are watched, and the one of developers too', {
    kinds: ['render', 'check'],
    holds: [
      kept('overlooks/asset-tokenization-kit/monitoring-stack', 'disaster-recovery'),
      kept('covered/staging/monitoring'),
      kept('covered/pre-production/monitoring'),
    ],
    unless: change('monitoring', ['monitoring-stack'], ({ label, ...options }) => options),
  }),
  shown(66, 'Secrets are encrypted where they are stored, and fetched from elsewhere', {
    kinds: ['render', 'secure'],
    holds: [
      kept('secrets/production/encrypted', 'encrypts Secrets before it stores them'),
      field('ExternalSecret/production/database-owner', ['kind'], 'ExternalSecret'),
    ],
    unless: change('cluster', ['kubernetes'], (options) => ({
      ...options,
      server: { audit: 'Metadata', encryptsSecrets: false },
    })),
  }),
  shown(101, 'each workload of production has a policy, beside one that shuts all else', {
    kinds: ['render', 'check'],
    holds: [
      ...['web-frontend', 'api-backend', 'database', 'subgraph', 'cache'].map((name) =>
        field(`NetworkPolicy/production/${name}`, ['kind'], 'NetworkPolicy'),
      ),
      holds('onlyCalls/production'),
    ] as [ReturnType<typeof kept>],
    unless: change('environment', ['production'], (options) => ({ ...options, policies: { dns: true } })),
  }),
  shown(111, 'the proxies are Envoy, and told who is asked next', {
    kinds: ['render', 'check'],
    holds: [
      kept('meshed/production/service-mesh', 'the proxies of Istio are envoy'),
      field('DestinationRule/production/subgraph', ['spec', 'trafficPolicy', 'loadBalancer'], {
        simple: 'ROUND_ROBIN',
      }),
    ],
    unless: change('mesh', ['service-mesh'], (options) => ({ ...options, balances: 'random' })),
  }),
  shown(112, 'what shows no certificate is refused', {
    kinds: ['render', 'run'],
    holds: [field('PeerAuthentication/production/default', ['spec', 'mtls', 'mode'], 'STRICT')],
    unless: change('mesh', ['service-mesh'], (options) => ({ ...options, mtls: 'permissive' })),
  }),
  shown(115, 'after five failures nobody asks the indexer for half a minute', {
    kinds: ['render', 'run'],
    holds: [leftOut('subgraph', 5, '30s')],
    unless: change('mesh', ['service-mesh'], (options) => ({ ...options, breaker: { failures: 9, for: '30s' } })),
  }),
  breaker(116, 'after three failures nobody asks the database for a minute', 'database-primary', 3, '60s'),
  breaker(118, 'after five failures nobody asks the cache for half a minute', 'cache', 5, '30s'),
  shown(120, 'the cache shares out keys among its members', {
    kinds: ['render'],
    holds: [holds('agrees/production/cache', 'it names the one that has a key')],
    unless: components(['cache'], ({ mode, shards, ...options }) => ({
      ...options,
      replication: 'none',
    })),
  }),
  shown(127, 'the database lies on fast disks, each with one pod', {
    kinds: ['render'],
    holds: [field('Cluster/production/database', ['spec', 'storage'], { size: '1Ti', storageClass: 'ssd-fast' })],
    unless: components(['database'], (options) => ({
      ...options,
      volume: { ...held(options.volume), class: 'standard-ssd' },
    })),
  }),
  shown(129, 'the cache lies on disks of its own, each with one pod', {
    kinds: ['render'],
    holds: [
      field(
        'StatefulSet/production/cache',
        ['spec', 'volumeClaimTemplates', 0, 'spec', 'storageClassName'],
        'memory-and-ssd',
      ),
    ],
    unless: components(['cache'], (options) => ({
      ...options,
      volume: { ...held(options.volume), class: 'standard-ssd' },
    })),
  }),
  shown(131, 'what is kept is encrypted, with a key that is replaced each quarter', {
    kinds: ['render', 'check'],
    holds: [
      holds('encrypted/asset-tokenization-kit/atRest', 'with AES-256'),
      holds('rotates/asset-tokenization-kit/keys', 'data-key is replaced every quarter'),
    ],
    unless: change('encryptionKey', ['data-key'], (options) => ({ ...options, rotates: 'year' })),
  }),
  shown(71, 'what watches writes to volumes alone, and may do no more than it has to', {
    kinds: ['render', 'check'],
    holds: [holds('hardened/monitoring', 'cannot write to its root filesystem', 'is without ALL')],
    unless: components(['grafana'], (options) => ({
      ...options,
      security: { ...held(options.security), readOnlyRoot: false },
    })),
  }),
  shown(165, 'metrics are kept for a month and more', {
    kinds: ['render'],
    holds: [holds('scrapes/production/prometheus', 'prometheus scrapes every 15s', '35d')],
    unless: components(['prometheus'], (options) => ({ ...options, retention: '31d' })),
  }),
  shown(166, 'logs are in an index, at hand for a quarter', {
    kinds: ['render'],
    holds: [
      kept('gathers/asset-tokenization-kit/log-collection', 'search-index'),
      kept('gathers/asset-tokenization-kit/online/log-collection', 'for 90d'),
    ],
    unless: components(['log-collection'], (options) => ({ ...options, keptIn: 'time-series' })),
  }),
  ...[
    {
      number: 178,
      title: 'pages come within two seconds, and somebody is told at it',
      of: 'page_load_time',
      bound: '2s',
    },
    { number: 179, title: 'questions to the database take 50 ms at most', of: 'database_query_time', bound: '50ms' },
  ].map(({ number, title, of, bound }) =>
    shown(number, title, {
      kinds: ['observe'],
      holds: [holds(`stays/production/${of}`), kept(`watched/production/${of}`, `promised is below ${bound}`)],
      unless: promises('stays', (options) => (options.below === bound ? { ...options, below: '1ms' } : options)),
    }),
  ),
  shown(177, 'the API answers within its bound, somebody is told at it, and where nothing is measured', {
    kinds: ['observe', 'check'],
    holds: [
      holds('stays/production/api_response_time'),
      kept('watched/production/api_response_time', 'within the bound', 'api-response-time-absent fires'),
    ],
    unless: promises('stays', (options) => ({ ...options, below: '100ms' })),
  }),
  told(182, 'of a system that is down people are told by phone', 'critical-system-down', 'pagerduty is among the ways'),
  told(183, 'of many errors people are told at once', 'high-error-rate', 'slack is among the ways'),
  told(184, 'of slow answers people are told by writing', 'performance-degradation', 'email is among the ways'),
  told(185, 'of machines that are nearly full people are told by mail', 'resource-utilization-cpu', 'email is among'),
  told(
    186,
    'of what looks like a break-in those who are there for it are told',
    'failed-logins',
    'who takes it on can be told',
  ),
  answered(200, 'who guesses passwords is noticed and locked out', 'unauthorized access'),
  answered(201, 'what runs and should not is noticed and cut off', 'malware'),
  answered(202, 'rows that leave are noticed, and those are told who must', 'data breach'),
  answered(203, 'a flood is noticed and held back', 'denial of service'),
  shown(209, 'the chart of the cache makes a StatefulSet of it', {
    kinds: ['render', 'check'],
    holds: [kept('charted/asset-tokenization-kit/atk', 'redis makes a StatefulSet of cache')],
    unless: change('chart', ['redis'], (options) => ({ ...options, makes: ['Deployment'] })),
  }),
]
