import type { Entry } from '../../findings/entry.ts'
import { unsaid } from '../../findings/found.ts'

export const delivery: readonly Entry[] = [
  {
    id: 'C186',
    fault: 'staging is not a gate',
    certainty: 'certain',
    lines: [268, [276, 280], 288],
    found: [
      {
        verdict: 'released/production/major upgrades',
        rule: 'validated',
        cause: 'not-through/staging',
        shows: ['major upgrades are to be tried in staging, and no way to production leads through it'],
      },
    ],
  },
  {
    id: 'C190',
    fault: 'image is built before tests and scans',
    certainty: 'interpretation',
    lines: [[277, 279]],
    found: [
      unsaid(
        'gated/bakhmach-business-hub/main/checks',
        'reported',
        'main requires tests of each change, and nobody says what tries a change before it is merged',
      ),
    ],
  },
  {
    id: 'C191',
    fault: 'scans have no failing threshold',
    certainty: 'likely',
    lines: [271, 278],
    found: [
      unsaid(
        'halts/bakhmach-business-hub/automated-deployment',
        'bounds',
        'nobody says which findings in code, dependencies, images fail scan',
      ),
    ],
  },
  {
    id: 'C192',
    fault: 'smoke tests before deployment',
    certainty: 'interpretation',
    lines: [[279, 280]],
    found: [
      unsaid(
        'halts/bakhmach-business-hub/automated-deployment',
        'runs',
        'test has smoke tests, and nothing is deployed by then that they could be tried on',
      ),
    ],
  },
  {
    id: 'C197',
    fault: '24-hour security patches promised on components without patches',
    certainty: 'certain',
    lines: [287, 20, [25, 28], 106, 127],
    found: [
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Istio/1.17',
        shows: ['Istio 1.17 gets fixes until'],
      },
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Keycloak/20.0',
        shows: ['Keycloak 20.0 gets fixes until'],
      },
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Kubernetes/1.28',
        shows: ['Kubernetes 1.28, the oldest that may run, gets fixes until'],
      },
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/MongoDB/6.0',
        shows: ['MongoDB 6.0 gets fixes until'],
      },
      {
        verdict: 'images/production/supported',
        rule: 'lives',
        cause: 'no-more-fixes/Redis/7.0',
        shows: ['Redis 7.0 gets fixes until'],
      },
      { advice: 'no-more-fixes/production/Kong 3.3', shows: ['Kong 3.3 gets no more fixes since 2024-05-19'] },
      {
        advice: 'no-more-fixes/production/RabbitMQ 3.12',
        shows: ['RabbitMQ 3.12 gets no more fixes since 2024-06-30'],
      },
    ],
  },
  {
    id: 'C194',
    fault: 'database migrations not treated',
    certainty: 'certain',
    lines: [[280, 282]],
    found: [
      unsaid(
        'schemas/production/postgresql',
        'fits',
        'nobody says whether a change of the tables of postgresql fits the version before too',
        'bakhmach-core: canary, then blue-green (stage deploy of automated-deployment)',
        'stage validation of automated-deployment: goes back',
      ),
      unsaid('schemas/production/postgresql', 'when', 'nobody says when the tables of postgresql are changed'),
    ],
  },
]
