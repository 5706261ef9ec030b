import type { Entry } from '../../findings/entry.ts'

export const drawings: readonly Entry[] = [
  {
    id: 'C071',
    fault: 'API Cache exists in the diagram only',
    certainty: 'certain',
    lines: [
      [88, 89],
      [33, 42],
    ],
    found: [
      {
        verdict: 'drawn/bakhmach-business-hub/network topology',
        rule: 'boxes',
        cause: 'drawn/network topology/boxes',
        shows: ['drawn, and declared nowhere: 1 of 15 boxes', 'box: API Cache'],
      },
    ],
  },
  {
    id: 'C072',
    fault: 'Redis missing from the diagram',
    certainty: 'certain',
    lines: [
      [93, 100],
      [63, 71],
    ],
    found: [
      {
        verdict: 'drawn/bakhmach-business-hub/network topology',
        rule: 'whole',
        cause: 'drawn/network topology/whole',
        shows: ['without: redis'],
      },
    ],
  },
  {
    id: 'C073',
    fault: 'Keycloak, Elasticsearch, Prometheus, object storage and secondary region missing from the diagram',
    certainty: 'likely',
    lines: [[76, 101], 127, 183, 227, 252],
    found: [
      {
        verdict: 'drawn/bakhmach-business-hub/network topology',
        rule: 'whole',
        cause: 'drawn/network topology/whole',
        shows: ['without: elk', 'without: keycloak', 'without: prometheus', 'without: s3'],
      },
    ],
  },
  {
    id: 'C075',
    fault: 'a load balancer in front of replicated stores',
    certainty: 'likely',
    lines: [[94, 100], [49, 50], 57],
    found: [
      {
        verdict: 'through/production/internal-load-balancer/postgresql',
        rule: 'roles',
        cause: 'any-member/production/postgresql',
        shows: ['internal-load-balancer leads to any of the 3 members of postgresql, and one of them takes writes'],
      },
    ],
  },
]
