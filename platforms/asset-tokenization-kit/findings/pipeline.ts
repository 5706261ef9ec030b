import type { Entry } from '../../findings/entry.ts'
import { advice, byRule, unsaid } from '../../findings/found.ts'

export const pipeline: readonly Entry[] = [
  {
    id: 'C089',
    fault: 'pipeline goes straight from staging to production; pre-production is skipped',
    certainty: 'certain',
    lines: [[338, 342], [364, 366], [447, 448], 484, [493, 494]],
    found: [
      byRule(
        'promoted/production/versions',
        'skips',
        'skipped/pre-production',
        'ci-cd deploys here next after staging, and promotions come from pre-production',
      ),
      byRule(
        'promoted/pre-production/versions',
        'served',
        'not-served/pre-production',
        'ci-cd is said to serve pre-production, and no stage of it deploys there',
      ),
    ],
  },
  {
    id: 'C091',
    fault: 'who approves production: three parties or one',
    certainty: 'certain',
    lines: [340, 494],
    found: [
      byRule(
        'gated/production/gates',
        'agree',
        'agreed-twice/production',
        'promotion from pre-production to production: release manager',
        'business, change management, security team',
      ),
    ],
  },
  {
    id: 'C093',
    fault: 'blue-green or rolling in production',
    certainty: 'certain',
    lines: [199, 287, 298, 342, 494, [515, 516]],
    found: [
      byRule(
        'replaces/production/strategies',
        'once',
        'replaced-twice/production',
        'api-backend is replaced in 2 ways, and one can be',
        'stage production deployment of ci-cd: blue-green',
        'rollout web and api pods: rolling',
      ),
    ],
  },
  {
    id: 'C094',
    fault: 'nothing implements blue-green',
    certainty: 'certain',
    lines: [[232, 238], [297, 302], 342, 494],
    found: [
      byRule(
        'replaces/production/strategies',
        'once',
        'replaced-twice/production',
        'web-frontend is replaced in 2 ways, and one can be',
        'helm upgrade atk ./charts/atk -f values-prod.yaml: rolling',
      ),
    ],
  },
  {
    id: 'C099',
    fault: '“No critical issues” against “No high/critical vulnerabilities”',
    certainty: 'certain',
    lines: [388, 400],
    found: [
      byRule(
        'gated/asset-tokenization-kit/ci-cd',
        'bound',
        'bounds/static analysis',
        'static analysis has 2 bounds, and a version between them passes one and not the other',
        'code analysis: no critical',
        'quality gates: no critical or high',
      ),
    ],
  },
  {
    id: 'C100',
    fault: 'container images are scanned behind the last quality gate',
    certainty: 'likely',
    lines: [326, 330, 360, 390, 400],
    found: [
      unsaid(
        'halts/asset-tokenization-kit/ci-cd',
        'bounds',
        'nobody says which findings in images fail container build',
      ),
    ],
  },
  {
    id: 'C106',
    fault: 'tech lead both waives code quality and promotes to pre-production',
    certainty: 'interpretation',
    lines: [402, 493],
    found: [
      advice(
        'waves-through/pre-production/tech lead',
        'one of tech lead may wave a version through, and agrees to it next',
        'passes: code quality',
      ),
    ],
  },
  {
    id: 'C110',
    fault: '“Performance within SLA”, but the SLA has only uptime',
    certainty: 'likely',
    lines: [393, [478, 486], 825],
    found: [
      unsaid(
        'halts/asset-tokenization-kit/ci-cd',
        'bounds',
        'nobody says which performance tests fail post-deployment validation',
      ),
    ],
  },
  {
    id: 'C096',
    fault: 'database migrations have no place in deployment or rollback',
    certainty: 'certain',
    lines: [[297, 299], 392, 494, 805],
    found: [
      unsaid(
        'schemas/production/database',
        'fits',
        'nobody says whether a change of the tables of database fits the version before too',
        'api-backend: blue-green (stage production deployment of ci-cd)',
        'promotion from pre-production to production: goes back: switch',
        'helm rollback atk 1: goes back',
      ),
      unsaid('schemas/production/database', 'when', 'nobody says when the tables of database are changed'),
    ],
  },
]
