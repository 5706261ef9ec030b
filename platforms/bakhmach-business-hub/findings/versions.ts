import type { Entry } from '../../findings/entry.ts'

export const versions: readonly Entry[] = [
  {
    id: 'C003',
    fault: 'Helm floor 3.12 does not cover Kubernetes 1.28',
    certainty: 'likely',
    lines: [20, 22],
    found: [
      {
        verdict: 'fits-kubernetes/production/helm',
        rule: 'fits',
        cause: 'versions/production/Helm',
        shows: ['Helm 3.12 is supported on Kubernetes 1.24 to 1.27, and 1.28 is said', 'the first that fits is 3.13'],
      },
    ],
  },
  {
    id: 'C004',
    fault: 'Istio 1.17 was not released for Kubernetes 1.28',
    certainty: 'certain',
    lines: [20, 106],
    found: [
      {
        verdict: 'fits-kubernetes/production/istio',
        rule: 'fits',
        cause: 'versions/production/Istio',
        shows: ['Istio 1.17 is supported on Kubernetes 1.23 to 1.26, and 1.28 is said'],
      },
    ],
  },
  {
    id: 'C005',
    fault: 'Istio 1.17 out of support, already when the document was written',
    certainty: 'certain',
    lines: [106, 324],
    found: [
      {
        verdict: 'fits-kubernetes/production/istio',
        rule: 'fits',
        cause: 'versions/production/Istio',
        shows: ['fixes: until 2023-10-27'],
      },
    ],
  },
  {
    id: 'C006',
    fault: 'Keycloak 20.0 out of support',
    certainty: 'certain',
    lines: [127],
    found: [
      {
        advice: 'no-more-fixes/production/Keycloak 20.0',
        shows: ['Keycloak 20.0 gets no more fixes since 2023-02-23'],
      },
    ],
  },
  {
    id: 'C019',
    fault: 'one context under two names: Black Sea Economic Corridor / Black Sea Corridor',
    certainty: 'certain',
    lines: [13, 41],
    found: [
      {
        verdict: 'belongs/bakhmach-business-hub/black-sea-corridor',
        rule: 'listed',
        cause: 'context/black-sea-corridor',
        shows: ['trade-connector belongs to black-sea-corridor, which is not among the contexts that are listed'],
      },
      {
        verdict: 'belongs/bakhmach-business-hub/black-sea-economic-corridor',
        rule: 'has',
        cause: 'context/black-sea-corridor',
        shows: ['nothing that runs belongs to black-sea-economic-corridor'],
      },
    ],
  },
]
