import type { Entry } from '../../findings/entry.ts'

export const environments: readonly Entry[] = [
  {
    id: 'C122',
    fault: 'staging is not 50 % of production',
    certainty: 'likely',
    lines: [
      [168, 170],
      [176, 177],
    ],
    found: [
      {
        verdict: 'allots/staging/production',
        unsaid: 'cpu',
        shows: ['by nodes of one size it is 5 of 15 in production, 33.33 %'],
      },
    ],
  },
  {
    id: 'C123',
    fault: 'scaling thresholds contradict each other',
    certainty: 'certain',
    lines: [173, 181, 190],
    found: [
      {
        verdict: 'autoscales/production/strategy/api-gateway',
        rule: 'metric',
        cause: 'autoscaler-said-twice/production/production/api-gateway/cpu',
        shows: ['holds cpu at 60%, and 70% is said'],
      },
      {
        verdict: 'autoscales/production/strategy/api-gateway',
        rule: 'metric',
        cause: 'autoscaler-said-twice/production/production/api-gateway/memory',
        shows: ['holds memory at 70%, and 80% is said'],
      },
    ],
  },
  {
    id: 'C124',
    fault: 'HPA minimum of 2 undercuts production’s 3+',
    certainty: 'certain',
    lines: [177, 191],
    found: [
      {
        verdict: 'replicas/production/auth-service',
        rule: 'replicas',
        cause: 'replicas/production/auth-service',
        shows: ['auth-service has 2 to 10, not at least 3'],
      },
      {
        verdict: 'replicas/production/slon-finance',
        rule: 'replicas',
        cause: 'replicas/production/slon-finance',
        shows: ['slon-finance has 2 to 10, not at least 3'],
      },
      {
        verdict: 'replicas/production/infusion-processor',
        rule: 'replicas',
        cause: 'replicas/production/infusion-processor',
        shows: ['infusion-processor has 2 to 10, not at least 3'],
      },
    ],
  },
  {
    id: 'C126',
    fault: 'active-active is claimed, active-passive is described',
    certainty: 'certain',
    lines: [183, [226, 230]],
    found: [
      {
        verdict: 'serves-both/secondary/production',
        rule: 'apart',
        cause: 'two-writers/production/postgresql',
        shows: [
          'postgresql has one member that takes writes, and one that follows it is to be promoted: the other of secondary and production takes none until then',
        ],
      },
    ],
  },
  {
    id: 'C127',
    fault: 'the second region exists in no inventory',
    certainty: 'certain',
    lines: [[175, 183], 227, 294],
    found: [
      {
        verdict: 'placed/secondary',
        unsaid: 'nodes',
        shows: ['nobody says what nodes there are for the pods of'],
      },
    ],
  },
  {
    id: 'C128',
    fault: 'capacity of the secondary region not stated',
    certainty: 'likely',
    lines: [176, 183, 214],
    found: [
      {
        verdict: 'maxima/secondary',
        unsaid: 'sum',
        shows: ['71 cores are requested at most', 'nobody says what nodes there are'],
      },
    ],
  },
  {
    id: 'C129',
    fault: 'MongoDB, Redis and broker across regions unanswered',
    certainty: 'certain',
    lines: [183, [226, 227]],
    found: [
      {
        verdict: 'outlives/production/message-queue',
        unsaid: 'written',
        shows: ['production and secondary serve at once, each with a message-queue of its own'],
      },
      {
        verdict: 'outlives/production/mongodb',
        rule: 'written',
        cause: 'two-writers/production/mongodb',
        shows: ['production and secondary serve at once, each with a mongodb of its own'],
      },
      {
        verdict: 'outlives/production/redis',
        rule: 'written',
        cause: 'two-writers/production/redis',
        shows: ['production and secondary serve at once, each with a redis of its own'],
      },
    ],
  },
  {
    id: 'C131',
    fault: 'one incident of RTO length uses most of the monthly budget',
    certainty: 'likely',
    lines: [182, 214],
    found: [
      {
        verdict: 'availability/production/budget',
        unsaid: 'prepared',
        shows: [
          'of the 21m36s that 99.95% leaves in 30d, failover takes up to 60s (DNS failover), and nobody says how long',
        ],
      },
    ],
  },
  {
    id: 'C132',
    fault: 'weekly failover drills exceed the yearly downtime budget',
    certainty: 'likely',
    lines: [182, 214, 222],
    found: [
      {
        verdict: 'availability/production/budget',
        unsaid: 'budget',
        shows: [
          '99.85% to 100% of the time may be left, and 99.95% is promised',
          'drill failover: 0s to 15m every 7d, if it is held here',
        ],
      },
      {
        verdict: 'drills/production/failover',
        unsaid: 'outage',
        shows: ['if it is held in production, that is away for 0s to 15m of every 7d'],
      },
    ],
  },
  {
    id: 'C133',
    fault: 'where the weekly drill takes place is not said',
    certainty: 'likely',
    lines: [[168, 174], 222],
    found: [
      {
        verdict: 'drills/production/failover',
        unsaid: 'held',
        shows: ['nobody says where failover is held'],
      },
    ],
  },
  {
    id: 'C134',
    fault: 'SLA has no definition',
    certainty: 'likely',
    lines: [182],
    found: [
      {
        verdict: 'covered/production/monitoring',
        unsaid: 'window',
        shows: ['nobody says over which time the share counts'],
      },
    ],
  },
  {
    id: 'C139',
    fault: 'development tool left open and counted as a provisioned cluster',
    certainty: 'interpretation',
    lines: [161, 294],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/choices',
        rule: 'choice',
        cause: 'open-choice/local-kubernetes',
        shows: ['local-kubernetes is docker-desktop or minikube, and the document says it is ready for production'],
      },
    ],
  },
]
