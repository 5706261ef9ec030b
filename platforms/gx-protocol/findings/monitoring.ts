import type { Entry } from '../../findings/entry.ts'
import {
  countsPodsAndNodes,
  countsRestartsOverAnHour,
  pagesAtOneDown,
  signsOfLife,
  storesHaveExporters,
} from '../corrections.ts'

const collected = 'collects/mainnet/prometheus'

const toldToScrape = [
  'backend-mainnet/outbox-submitter',
  'backend-mainnet/postgres',
  'backend-mainnet/projector',
  'backend-mainnet/redis',
  'backend-mainnet/svc-identity',
  'monitoring/kube-state-metrics',
].map((workload) => `scraped/gx-protocol-cluster/prometheus/${workload}`)

export const monitoring: readonly Entry[] = [
  {
    id: 'C43',
    fault: 'exporters for the promised metrics are missing',
    found: [
      ...[
        ['postgres', 'postgres_exporter', 'pg_stat_activity_count, pg_stat_database_tup_returned'],
        ['redis', 'redis_exporter', 'redis_connected_clients, redis_memory_used_bytes'],
      ].map(([store, exporter, metrics]) => ({
        verdict: collected,
        rule: 'exposed',
        cause: `no-exporter/mainnet/${store}/${exporter}`,
        shows: [
          `nothing exposes ${metrics}: ${store} has no page of metrics, and no ${exporter} is declared`,
          'the least that backend-mainnet-limits lets a container have',
          'with the others that lack one: 6 × 100m, 128Mi = 600m, 768Mi',
        ],
      })),
      {
        verdict: collected,
        rule: 'exposed',
        cause: 'no-exporter/gx-protocol-cluster/kube-state-metrics',
        shows: ['nothing exposes kube_node_status_condition, kube_pod_status_phase'],
      },
      {
        verdict: 'noticed/mainnet/postgres',
        rule: 'seen',
        cause: 'unmetered/mainnet/postgres',
        shows: ['nothing of postgres answers a collector'],
      },
    ],
    by: [storesHaveExporters, countsPodsAndNodes],
    // One that is run by hand is told what to scrape, and nobody shows that.
    ends: { [collected]: ['exporter/gx-protocol-cluster/cAdvisor', ...toldToScrape] },
  },
  {
    id: 'C70',
    fault: 'monitoring fails with what it watches',
    found: [
      {
        verdict: 'noticed/mainnet/loss-of-cluster',
        assumes: 'noticed-outside/gx-protocol-cluster',
        shows: [
          'somebody outside gx-protocol-cluster notices that it is lost',
          'prometheus stands in it and is lost with it',
        ],
      },
    ],
    by: [signsOfLife],
    ends: { 'noticed/mainnet/loss-of-cluster': 'kept' },
  },
  {
    id: 'C71',
    fault: 'the database alert waits for total loss',
    found: [
      {
        verdict: 'noticed/mainnet/postgres',
        rule: 'members',
        cause: 'waits-for-all/mainnet/postgres',
        shows: [
          'the 3 members of postgres are independent, so with one down 1/3 of the data is away',
          'PostgresUnavailable waits until all 3 are down, and no alert fires at one',
        ],
      },
    ],
    by: [pagesAtOneDown],
    beside: [storesHaveExporters],
    ends: { 'noticed/mainnet/postgres': 'kept' },
  },
  {
    id: 'C73',
    fault: 'slow crash loops are not seen',
    found: [
      {
        verdict: 'noticed/mainnet/crash-loops',
        rule: 'loops',
        cause: 'slow-loops/gx-protocol-cluster',
        shows: [
          'PodCrashLoop sees only containers that die within 90s of each start',
          '5 restarts in 10m',
          '0 + 10 + 20 + 40 + 80 = 150s',
          '(600 − 150) / 5 = 90s',
        ],
      },
    ],
    by: [countsRestartsOverAnHour],
    ends: { 'noticed/mainnet/crash-loops': 'kept' },
  },
]
