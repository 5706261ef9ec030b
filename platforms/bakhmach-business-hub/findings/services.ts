import type { Entry } from '../../findings/entry.ts'

export const services: readonly Entry[] = [
  {
    id: 'C026',
    fault: 'five of eight services have fewer replicas than production demands',
    certainty: 'certain',
    lines: [36, 37, 39, 40, 41, 177],
    found: [
      {
        verdict: 'replicas/production/api-gateway',
        rule: 'replicas',
        cause: 'replicas/production/api-gateway',
        shows: ['api-gateway has 2 to 10, not at least 3'],
      },
      {
        verdict: 'replicas/production/bakhmach-core',
        rule: 'replicas',
        cause: 'replicas/production/bakhmach-core',
        shows: ['bakhmach-core has 2 to 10, not at least 3'],
      },
      {
        verdict: 'replicas/production/audityzer-audit',
        rule: 'replicas',
        cause: 'replicas/production/audityzer-audit',
        shows: ['audityzer-audit has 2 to 10, not at least 3'],
      },
      {
        verdict: 'replicas/production/debt-agent-ai',
        rule: 'replicas',
        cause: 'replicas/production/debt-agent-ai',
        shows: ['debt-agent-ai has 2 to 10, not at least 3'],
      },
      {
        verdict: 'replicas/production/trade-connector',
        rule: 'replicas',
        cause: 'replicas/production/trade-connector',
        shows: ['trade-connector has 2 to 10, not at least 3'],
      },
    ],
  },
  {
    id: 'C028',
    fault: 'the common entry has fewer replicas than what stands behind it',
    certainty: 'likely',
    lines: [36, 35, 83],
    found: [
      {
        verdict: 'replicas/production/api-gateway',
        rule: 'replicas',
        cause: 'replicas/production/api-gateway',
        shows: ['api-gateway has 2 to 10, not at least 3'],
      },
    ],
  },
  {
    id: 'C030',
    fault: 'no total of resources, so the cluster size cannot be checked',
    certainty: 'likely',
    lines: [[33, 42], 176, 206],
    found: [
      {
        verdict: 'maxima/production',
        unsaid: 'sum',
        shows: ['71 cores are requested at most', 'nobody says how large the nodes are'],
      },
    ],
  },
  {
    id: 'C031',
    fault: 'node counts out of proportion to the listed services',
    certainty: 'interpretation',
    lines: [[33, 42], 176, 206],
    found: [
      {
        verdict: 'maxima/production',
        unsaid: 'sum',
        shows: ['71 cores are requested at most', 'nobody says how large the nodes are'],
      },
    ],
  },
  {
    id: 'C032',
    fault: 'stateful and platform workloads absent from the matrix',
    certainty: 'certain',
    lines: [[33, 42], [48, 72], 127, [235, 261]],
    found: [
      {
        verdict: 'maxima/production',
        unsaid: 'sum',
        shows: ['elk, grafana, jaeger, keycloak, message-queue, mongodb, postgresql, prometheus and 1 more say none'],
      },
      {
        verdict: 'replicas/production/elk',
        unsaid: 'unsaid',
        shows: ['nobody says how many pods elk has'],
      },
      {
        verdict: 'replicas/production/jaeger',
        unsaid: 'unsaid',
        shows: ['nobody says how many pods jaeger has'],
      },
      {
        verdict: 'replicas/production/keycloak',
        unsaid: 'unsaid',
        shows: ['nobody says how many pods keycloak has'],
      },
      {
        verdict: 'replicas/production/prometheus',
        unsaid: 'unsaid',
        shows: ['nobody says how many pods prometheus has'],
      },
    ],
  },
  {
    id: 'C033',
    fault: 'storage classes, volumes and access modes never stated',
    certainty: 'certain',
    lines: [[48, 61], [65, 67], 176],
    found: [
      {
        verdict: 'recovers/production/any-failure/mongodb-after-loss-of-a-region',
        rule: 'data',
        cause: 'copies-too-far-apart/production/mongodb',
        shows: ['no volume with a size is declared'],
      },
    ],
  },
  {
    id: 'C036',
    fault: 'Keycloak has no replicas, database or resources',
    certainty: 'certain',
    lines: [127, [33, 42]],
    found: [
      {
        verdict: 'replicas/production/keycloak',
        unsaid: 'unsaid',
        shows: ['nobody says how many pods keycloak has'],
      },
    ],
  },
  {
    id: 'C038',
    fault: 'no probes for any service',
    certainty: 'certain',
    lines: [[33, 42], 225, 281],
    found: [
      {
        verdict: 'probed/production',
        unsaid: 'unsaid',
        shows: ['nobody says when a pod of', 'auth-service', 'slon-finance', 'infusion-processor'],
      },
    ],
  },
  {
    id: 'C039',
    fault: 'no disruption budgets or zone spreading',
    certainty: 'certain',
    lines: [[33, 42], [176, 177], 199, 206],
    found: [
      {
        verdict: 'apart/production',
        unsaid: 'together',
        shows: ['nothing that is said keeps pods of one kind apart'],
      },
      {
        verdict: 'apart/production',
        unsaid: 'budget',
        shows: ['nobody says how many pods may go at once', 'auth-service: '],
      },
    ],
  },
]
