import type { Entry } from '../../findings/entry.ts'
import { byRule, unsaid } from '../../findings/found.ts'

export const charts: readonly Entry[] = [
  {
    id: 'C066',
    fault: 'values files for three of the seven environments',
    certainty: 'certain',
    lines: [
      [240, 246],
      [480, 486],
    ],
    found: [
      unsaid(
        'charted/asset-tokenization-kit/atk',
        'values',
        'nobody says which values disaster-recovery, feature-branch, pre-production get',
      ),
    ],
  },
  {
    id: 'C068',
    fault: 'Redis as Deployment, though stateful and clustered',
    certainty: 'certain',
    lines: [200, 235, 518, 640, 650],
    found: [
      byRule(
        'charted/asset-tokenization-kit/atk',
        'kind',
        'chart-kind/redis',
        'redis makes a Deployment of cache, whose pods keep rows of their own: they need a StatefulSet',
      ),
    ],
  },
  {
    id: 'C072',
    fault: 'published chart package is not what gets deployed',
    certainty: 'certain',
    lines: [253, [297, 298], 334, [362, 364]],
    found: [
      byRule(
        'charted/asset-tokenization-kit/atk',
        'packaged',
        'unpackaged/ci-cd',
        'takes ./charts/atk as it lies there, and not what ci-cd packages',
      ),
    ],
  },
  {
    id: 'C073',
    fault: 'rollback command goes to the first installation, not the previous version',
    certainty: 'certain',
    lines: [299],
    found: [
      byRule(
        'charted/asset-tokenization-kit/atk',
        'revision',
        'fixed-revision/1',
        'helm rollback atk 1 goes to revision 1 whatever runs',
      ),
    ],
  },
  {
    id: 'C074',
    fault: '“Automatic validation” of a rollback that no command performs',
    certainty: 'likely',
    lines: [299],
    found: [
      byRule(
        'charted/asset-tokenization-kit/atk',
        'waits',
        'over-too-early/production deployment',
        'helm rollback atk 1 is over before its pods are ready',
      ),
    ],
  },
  {
    id: 'C075',
    fault: 'automatic rollback promised, upgrade command without it',
    certainty: 'certain',
    lines: [298, 392],
    found: [
      byRule(
        'charted/asset-tokenization-kit/atk',
        'waits',
        'over-too-early/production deployment',
        'helm upgrade atk ./charts/atk -f values-prod.yaml is over before its pods are ready: production deployment is to go back where that fails, and cannot see it',
      ),
    ],
  },
  {
    id: 'C076',
    fault: 'commands without namespace and context',
    certainty: 'likely',
    lines: [[297, 302], 861],
    found: [
      unsaid(
        'charted/asset-tokenization-kit/atk',
        'goes',
        'helm upgrade atk ./charts/atk -f values-prod.yaml has no --kube-context and no --namespace',
      ),
    ],
  },
  {
    id: 'C082',
    fault: 'blue-green for the database against StatefulSet and 500GB',
    certainty: 'certain',
    lines: [200, 233, 288, 517, 848],
    found: [
      unsaid(
        'replaces/production/strategies',
        'rows',
        'two sets of database, and nobody says what brings what is written to one to the other',
      ),
    ],
  },
  {
    id: 'C086',
    fault: 'expansion of StatefulSet volumes by chart update is refused',
    certainty: 'certain',
    lines: [200, 291],
    found: [
      byRule(
        'charted/asset-tokenization-kit/atk',
        'enlarges',
        'claim-template/database',
        'an update of atk is to make volumes of database larger: their claims come of the template of a StatefulSet, and the API server refuses to change that',
      ),
    ],
  },
]
