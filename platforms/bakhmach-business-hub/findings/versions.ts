import type { Entry } from '../../findings/entry.ts'

export const versions: readonly Entry[] = [
  {
    id: 'C001',
    fault: 'Kubernetes floor 1.28 is out of support',
    certainty: 'certain',
    lines: [20],
    found: [
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Kubernetes/1.28',
        shows: ['Kubernetes 1.28, the oldest that may run, gets fixes until 2024-10-22'],
      },
    ],
  },
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
        shows: [
          'Helm 3.12 is supported on Kubernetes 1.24 to 1.27, and production runs 1.28 or newer',
          'the first that fits 1.28 is 3.13',
        ],
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
        shows: ['Istio 1.17 is supported on Kubernetes 1.23 to 1.26, and production runs 1.28 or newer'],
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
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Istio/1.17',
        shows: ['Istio 1.17 gets fixes until 2023-10-27'],
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
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Keycloak/20.0',
        shows: ['Keycloak 20.0 gets fixes until 2023-02-23'],
      },
    ],
  },
  {
    id: 'C007',
    fault: 'RabbitMQ 3.12 out of support',
    certainty: 'certain',
    lines: [25],
    found: [
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/RabbitMQ/3.12',
        shows: ['where messaging=rabbitmq message-queue: RabbitMQ 3.12 gets fixes until 2024-06-30'],
      },
    ],
  },
  {
    id: 'C008',
    fault: 'Kong 3.3 out of support',
    certainty: 'certain',
    lines: [28],
    found: [
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Kong/3.3',
        shows: ['where gateway=kong: Kong 3.3 gets fixes until 2024-05-19'],
      },
    ],
  },
  {
    id: 'C009',
    fault: 'MongoDB 6.0 out of support',
    certainty: 'certain',
    lines: [26],
    found: [
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/MongoDB/6.0',
        shows: ['MongoDB 6.0 gets fixes until 2025-07-31'],
      },
    ],
  },
  {
    id: 'C010',
    fault: 'Redis 7.0 out of support',
    certainty: 'certain',
    lines: [27],
    found: [
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Redis/7.0',
        shows: ['Redis 7.0 gets fixes until 2024-07-29'],
      },
    ],
  },
  {
    id: 'C011',
    fault: 'Nginx Ingress offered though the community controller is retired',
    certainty: 'likely',
    lines: [28, 83],
    found: [
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/ingress-nginx',
        shows: ['ingress-nginx gets fixes until 2026-03-31'],
      },
    ],
  },
  {
    id: 'C012',
    fault: 'Container registry left open',
    certainty: 'certain',
    lines: [21, 295],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/choices',
        rule: 'choice',
        cause: 'open-choice/registry',
        shows: [
          'registry is docker-hub or github-container-registry, and the document says it is ready for production',
        ],
      },
    ],
  },
  {
    id: 'C013',
    fault: 'message broker left open',
    certainty: 'certain',
    lines: [25, [99, 100], 304, 310],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/choices',
        rule: 'choice',
        cause: 'open-choice/messaging',
        shows: [
          'messaging is rabbitmq message-queue or kafka message-queue, and the document says it is ready for production',
        ],
      },
    ],
  },
  {
    id: 'C014',
    fault: 'API gateway left open in the stack, decided in the matrix',
    certainty: 'certain',
    lines: [28, 36, 83],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/choices',
        rule: 'choice',
        cause: 'open-choice/gateway',
        shows: ['gateway is kong or ingress-nginx, and the document says it is ready for production'],
      },
    ],
  },
  {
    id: 'C015',
    fault: 'cloud provider left open',
    certainty: 'certain',
    lines: [51, 168, 176],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/choices',
        rule: 'choice',
        cause: 'open-choice/managed-kubernetes',
        shows: ['managed-kubernetes is aks or eks, and the document says it is ready for production'],
      },
    ],
  },
  {
    id: 'C017',
    fault: 'Kafka, ELK, Prometheus, Grafana and Jaeger carry no version',
    certainty: 'certain',
    lines: [23, 24, 25, 258],
    found: [
      { verdict: 'images/production/supported', unsaid: 'unstated', shows: ['elk', 'grafana', 'jaeger', 'prometheus'] },
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
  {
    id: 'C021',
    fault: 'multi-tenant promised, tenant never defined',
    certainty: 'certain',
    lines: [3, 7, 58, 133],
    found: [
      {
        verdict: 'tenancy/bakhmach-business-hub',
        unsaid: 'tenant',
        shows: ['nobody says who a tenant is: a context, or a customer of one'],
      },
    ],
  },
  {
    id: 'C022',
    fault: 'no compute isolation between contexts',
    certainty: 'certain',
    lines: [7, [33, 42], 148],
    found: [
      {
        verdict: 'tenancy/bakhmach-business-hub',
        unsaid: 'pods',
        shows: ['slon-credit beside each other, and nobody says what keeps one from'],
      },
    ],
  },
  {
    id: 'C023',
    fault: 'no data isolation between contexts in the relational store',
    certainty: 'certain',
    lines: [[48, 54], 7],
    found: [
      {
        verdict: 'tenancy/bakhmach-business-hub',
        unsaid: 'together',
        shows: ['nobody says how postgresql of production and secondary keeps apart what contexts have in it'],
      },
    ],
  },
]
