// How it is built and delivered: code, versions, images, scaling, and what guards rows.

import type { Entry } from '../../findings/entry.ts'
import { byRule, unsaid } from '../../findings/found.ts'

const coded = 'coded/hafnium/infra'

export const delivery: readonly Entry[] = [
  {
    id: 'C06',
    fault: 'DR has no folder in the code that is to build everything',
    certainty: 'certain',
    lines: [69, [84, 86], 90],
    found: [
      byRule(
        coded,
        'folders',
        'no-folder/dr',
        'dr has no folder beside dev, prod, staging: built by hand, or not at all',
      ),
    ],
  },
  {
    id: 'C07',
    fault: 'three modules, and half of what is drawn is in none of them',
    certainty: 'certain',
    lines: [16, 17, 31, 32, [80, 82], 99, 100],
    found: [
      byRule(
        coded,
        'modules',
        'no-module/infra',
        'no module makes 8 of what is declared',
        ...['kafka', 'load-balancer', 'nat-gateway', 'redis', 'state'].map((one) => `without: ${one}`),
      ),
    ],
  },
  {
    id: 'C14',
    fault: 'versions come to Prod, and never to the standby',
    certainty: 'certain',
    lines: [68, 69],
    found: [
      byRule(
        'promoted/dr/versions',
        'ways',
        'no-versions/dr',
        'no way is said by which what is released to prod comes to dr, which stands by for it',
      ),
    ],
  },
  {
    id: 'C15',
    fault: 'nothing has to hold, and nobody has to agree, before a version comes to Prod',
    certainty: 'certain',
    lines: [66, 67, 68],
    found: [
      byRule('promoted/prod/versions', 'guarded', 'open-to-live/prod', 'nothing has to hold, and nobody has to agree'),
      unsaid('promoted/prod/versions', 'starts', 'nobody says what starts the promotion to prod'),
      unsaid('promoted/prod/versions', 'back', 'nobody says how to go back from the promotion to prod'),
    ],
  },
  {
    id: 'C16',
    fault: 'pods scale by lag, and nothing tells it to an autoscaler',
    certainty: 'likely',
    lines: [57],
    found: [
      byRule(
        'autoscaling/prod/stream',
        'served',
        'no-metrics/eks/external.metrics.k8s.io',
        'nothing serves lag: an autoscaler asks external.metrics.k8s.io for it',
      ),
    ],
  },
  {
    id: 'C17',
    fault: 'two bases for one workload, and neither rule comes first',
    certainty: 'certain',
    lines: [49, 50, 51],
    found: [
      byRule(
        'bases/hafnium/images',
        'order',
        'bases/without-order',
        'distroless for runtimes in prod: ubi for whatever runs with compliance=enterprise',
        'alpine for jobs: ubi for whatever runs with compliance=enterprise',
      ),
    ],
  },
  {
    id: 'C19',
    fault: 'nothing is changed where it runs, and the provider updates the database where it runs',
    certainty: 'interpretation',
    lines: [30, 90],
    found: [
      byRule(
        'immutable/hafnium/replaced',
        'provided',
        'provider/updates',
        'their provider updates postgresql where it runs',
      ),
    ],
  },
  {
    id: 'C21',
    fault: 'real rows in two environments, and nothing is said of what guards them or masks them',
    certainty: 'certain',
    lines: [67, 68, 69],
    found: [
      ...['prod', 'dr'].map((environment) =>
        byRule(
          `guarded/${environment}`,
          'guards',
          'rows/unguarded',
          `${environment} holds rows of production in kafka, postgresql, redis, state`,
          'nothing is said of keys, encryption, Secrets, policies or of who may get at them',
        ),
      ),
      unsaid('rows/staging', 'filled', 'nobody says what makes them masked'),
    ],
  },
]
