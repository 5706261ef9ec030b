import type { Entry } from '../../findings/entry.ts'
import { assumed, byRule, unsaid } from '../../findings/found.ts'

export const environments: readonly Entry[] = [
  {
    id: 'C115',
    fault: 'pre-production data: subset or everything',
    certainty: 'certain',
    lines: [425, 484],
    found: [
      unsaid(
        'holds/pre-production/subset',
        'class',
        'pre-production is said to hold masked rows, and subset rows may be masked too',
      ),
    ],
  },
  {
    id: 'C116',
    fault: 'staging runs on production data that isn’t anonymised',
    certainty: 'certain',
    lines: [[483, 484], 661, 771],
    found: [
      unsaid(
        'complies/asset-tokenization-kit/GDPR',
        'real',
        'staging is for staging and holds some of the rows of production, persons and all',
      ),
    ],
  },
  {
    id: 'C117',
    fault: 'no anonymisation procedure',
    certainty: 'likely',
    lines: [484, [655, 661]],
    found: [unsaid('rows/pre-production', 'filled', 'nobody says what makes them masked')],
  },
  {
    id: 'C118',
    fault: 'staging deploys daily, or at each merge',
    certainty: 'likely',
    lines: [483, 492],
    found: [unsaid('released/staging/staging', 'often', 'nobody says what holds one back until its day')],
  },
  {
    id: 'C119',
    fault: 'feature branch stands behind shared development and before staging',
    certainty: 'likely',
    lines: [[417, 419], [444, 446], 482, 492],
    found: [
      byRule(
        'drawn/asset-tokenization-kit/environment hierarchy',
        'arrows',
        'drawn/environment hierarchy/arrows',
        'local-development: shared-development',
        'shared-development: feature-branch',
      ),
    ],
  },
  {
    id: 'C121',
    fault: '“Dev → Staging” names no environment',
    certainty: 'likely',
    lines: [[480, 482], 492],
    found: [
      unsaid(
        'promoted/staging/versions',
        'starts',
        'the promotion to staging begins by merge, and nobody says where a version comes from',
      ),
    ],
  },
  {
    id: 'C122',
    fault: 'configuration management leaves out three environments',
    certainty: 'likely',
    lines: [[452, 455]],
    found: [
      byRule(
        'stands-by/disaster-recovery',
        'configured',
        'unconfigured/disaster-recovery/configuration management',
        'configuration management is for production and not for disaster-recovery',
      ),
    ],
  },
  {
    id: 'C123',
    fault: 'shared development promises 95% and isn’t monitored',
    certainty: 'certain',
    lines: [[463, 466], 481],
    found: [
      byRule(
        'covered/shared-development/monitoring',
        'watched',
        'unwatched/shared-development',
        'nothing watches shared-development',
      ),
    ],
  },
  {
    id: 'C124',
    fault: 'deployment pipeline doesn’t reach DR',
    certainty: 'certain',
    lines: [[458, 460], 486, 495],
    found: [
      byRule(
        'promoted/disaster-recovery/versions',
        'ways',
        'no-versions/disaster-recovery',
        'no way is said by which what is released to production comes to disaster-recovery',
        'one comes there whenever somebody wants it, and only rows follow',
      ),
    ],
  },
  {
    id: 'C125',
    fault: 'production → DR treated as a promotion stage',
    certainty: 'likely',
    lines: [449, 495],
    found: [
      unsaid(
        'gated/disaster-recovery/gates',
        'tried',
        'the promotion from production to disaster-recovery carries rows alone',
        'nobody says what makes the consistency tests that it requires',
      ),
    ],
  },
  {
    id: 'C126',
    fault: 'DR “Mirror production” with “As needed” deployment',
    certainty: 'likely',
    lines: [486],
    found: [
      byRule(
        'promoted/disaster-recovery/versions',
        'ways',
        'no-versions/disaster-recovery',
        'one comes there whenever somebody wants it, and only rows follow',
      ),
    ],
  },
  {
    id: 'C129',
    fault: 'uptime figures without a window or exclusions',
    certainty: 'certain',
    lines: [[481, 485], 829],
    found: [unsaid('covered/production/monitoring', 'window', 'nor over which time the share counts')],
  },
  {
    id: 'C130',
    fault: '99.9% against a 4-hour region recovery',
    certainty: 'certain',
    lines: [485, 803, 806, 829],
    found: [
      assumed(
        'availability/production/budget',
        'rare/production/complete region failure',
        'complete region failure comes no more often than once in 166.7d',
      ),
    ],
  },
  {
    id: 'C131',
    fault: 'no availability sum over the serial chain',
    certainty: 'likely',
    lines: [[75, 92], 829],
    found: [assumed('availability/production/budget', 'nothing-else/production', 'nothing else takes production away')],
    stays: 'how rarely anything else fails is an estimate',
  },
  {
    id: 'C128',
    fault: 'RTO “<4 hours” against procedures of 4 hours',
    certainty: 'certain',
    lines: [486, 793, 803],
    found: [
      byRule(
        'recovers/production/disaster-recovery/production',
        'scenario',
        'slow-scenario/production/complete region failure',
        'complete region failure takes 4h, and less than 4h is promised',
      ),
      byRule(
        'recovers/production/disaster-recovery/production',
        'row',
        'beyond-target/the data of production',
        'the data of production is promised back within 4h, and less than 4h is the most',
      ),
    ],
  },
]
