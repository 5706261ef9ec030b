import type { Entry } from '../../findings/entry.ts'
import { advice, byRule, unsaid } from '../../findings/found.ts'

export const pods: readonly Entry[] = [
  {
    id: 'C136',
    fault: 'API can’t reach the throughput target: 8 pods × 1,000 = 8,000 req/min',
    certainty: 'certain',
    lines: [516, 527, 828],
    found: [
      byRule(
        'throughput/production/api-backend',
        'keepsTarget',
        'throughput/production/api-backend',
        'at 10000/min the autoscaler of api-backend wants 10 pods to hold request-rate at 1000/min by pod, and ends at 8: each takes 1250/min',
      ),
    ],
  },
  {
    id: 'C137',
    fault: 'API stands today at its maximum',
    certainty: 'certain',
    lines: [516, 527, 828],
    found: [
      byRule(
        'throughput/production/api-backend',
        'now',
        'carried-now/production/api-backend',
        '8 of 8 pods: api-backend, to hold request-rate',
      ),
    ],
  },
  {
    id: 'C139',
    fault: 'minimum replicas differ between pod table and autoscaler',
    certainty: 'certain',
    lines: [515, 519, [525, 528]],
    found: [
      byRule(
        'autoscaling/production/web-frontend',
        'bounds',
        'metric-bounds/kubernetes/web-frontend',
        '3 to 10 pods',
        'cpu: 2 to 10 pods',
      ),
      byRule(
        'autoscaling/production/subgraph',
        'bounds',
        'metric-bounds/kubernetes/subgraph',
        '1 to 3 pods',
        'cpu: 2 to 10 pods',
      ),
    ],
  },
  {
    id: 'C140',
    fault: 'maximum replicas: 8, 10, 3, 15 or 20',
    certainty: 'certain',
    lines: [[515, 516], 519, [525, 528], 835],
    found: [
      byRule(
        'autoscaling/production/api-backend',
        'bounds',
        'metric-bounds/kubernetes/api-backend',
        '2 to 8 pods',
        'request-rate: 2 to 15 pods',
      ),
    ],
  },
  {
    id: 'C141',
    fault: '20 pods as limit is below the sum of the maxima',
    certainty: 'certain',
    lines: [[515, 519], 835],
    found: [
      byRule(
        'bounded/production/horizontal/api-backend-pods-at-most-plus-subgraph-pods-at-most-plus-web-frontend-pods-at-most',
        'counted',
        'bound/production/api-backend-pods-at-most-plus-subgraph-pods-at-most-plus-web-frontend-pods-at-most',
        '8 + 3 + 10 = 21, and at most 20 is promised',
      ),
    ],
  },
  {
    id: 'C142',
    fault: 'minimum, maximum and policies per metric, which an HPA does not have',
    certainty: 'certain',
    lines: [[523, 528]],
    found: [
      byRule(
        'autoscaling/production/api-backend',
        'steps',
        'metric-steps/kubernetes/api-backend/down',
        '1 pod every 60s, 1 pod every 120s, 1 pod every 90s',
      ),
    ],
  },
  {
    id: 'C143',
    fault: 'the autoscaler table names no workload',
    certainty: 'certain',
    lines: [[521, 528]],
    found: [
      byRule(
        'autoscaling/production/subgraph',
        'bounds',
        'metric-bounds/kubernetes/subgraph',
        'an autoscaler has one pair for all: 1 to 3 pods',
      ),
    ],
  },
  {
    id: 'C145',
    fault: 'request rate and response time need a metrics adapter that isn’t there',
    certainty: 'certain',
    lines: [237, [527, 528]],
    found: [
      byRule(
        'autoscaling/production/api-backend',
        'served',
        'no-metrics/kubernetes/custom.metrics.k8s.io',
        'nothing serves request-rate: an autoscaler asks custom.metrics.k8s.io for it, and nobody there does',
      ),
    ],
  },
  {
    id: 'C146',
    fault: 'latency scaling starts when the target is already broken',
    certainty: 'certain',
    lines: [528, 825],
    found: [
      byRule(
        'autoscaling/production/api-backend',
        'late',
        'scales-late/kubernetes/api-backend',
        'response-time-p95 is held at 200ms, and api-response-time is promised below 200ms: pods are added once that is broken',
      ),
    ],
  },
  {
    id: 'C150',
    fault: 'subgraph with minimum 1 under 99.9%',
    certainty: 'certain',
    lines: [485, 519],
    found: [advice('single-pod/kubernetes', 'production/subgraph: at the minimum of its autoscaler')],
  },
  {
    id: 'C155',
    fault: 'automatic database failover without a failover manager',
    certainty: 'certain',
    lines: [57, 233, 507, 517],
    found: [
      byRule(
        'agrees/production/database',
        'rows',
        'independent-members/production/database',
        'nothing declared makes them follow, or promotes one of them when that is gone',
      ),
    ],
  },
  {
    id: 'C160',
    fault: 'synchronous or asynchronous replication isn’t stated',
    certainty: 'certain',
    lines: [57, 517, 638, 793],
    found: [
      unsaid(
        'recovers/production/any-failure/database-after-corruption',
        'data',
        'replication: is said, and nothing declared does it',
      ),
    ],
  },
  {
    id: 'C161',
    fault: 'Redis Cluster of three nodes has no replicas',
    certainty: 'certain',
    lines: [59, 518, 640],
    found: [
      byRule(
        'assembled/production/cache',
        'followed',
        'no-followers/production/cache',
        'a cluster has 3 masters at least, and of 3 members of cache none is left to follow',
      ),
    ],
  },
  {
    id: 'C162',
    fault: 'rolling update of the cache drops sessions',
    certainty: 'likely',
    lines: [59, 518, 813],
    found: [
      byRule(
        'assembled/production/cache',
        'followed',
        'no-followers/production/cache',
        'of 3 members of cache none is left to follow',
      ),
    ],
  },
  {
    id: 'C165',
    fault: 'monitoring, ingress, gateway, object storage have no pod specification',
    certainty: 'certain',
    lines: [509, [513, 519]],
    found: [
      unsaid(
        'withinNode/production/ingress-controller',
        'unlimited',
        'nobody says what limits the cpu of ingress-controller',
      ),
    ],
  },
  {
    id: 'C167',
    fault: 'health checks don’t tell readiness from liveness, no startup probe',
    certainty: 'likely',
    lines: [[515, 519]],
    found: [
      {
        verdict: 'probed/production',
        unsaid: 'untold',
        shows: [
          'whether that decides when a pod may be called nobody says',
          'api-backend: over HTTP',
          'subgraph: over HTTP',
        ],
      },
    ],
  },
]
