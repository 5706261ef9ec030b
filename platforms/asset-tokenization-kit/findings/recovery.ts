import type { Entry } from '../../findings/entry.ts'
import { assumed, byRule, unsaid } from '../../findings/found.ts'

export const recovery: readonly Entry[] = [
  {
    id: 'C254',
    fault: 'DNS fails over before anything is restored',
    certainty: 'certain',
    lines: [803],
    found: [
      byRule(
        'scenarios/production/complete region failure',
        'led',
        'led-too-early/region-failure',
        'DNS failover leads callers there before restore from backup is over',
      ),
    ],
  },
  {
    id: 'C255',
    fault: 'region failure restores from backup though DR holds replicated data',
    certainty: 'certain',
    lines: [431, 486, 495, 803],
    found: [
      byRule(
        'scenarios/production/complete region failure',
        'older',
        'older-rows/region-failure',
        'disaster-recovery has the rows by replication, and restore from backup puts older ones over them',
      ),
    ],
  },
  {
    id: 'C256',
    fault: 'serial recovery needs 7.5 hours, not 4',
    certainty: 'likely',
    lines: [[793, 796], 803],
    found: [
      unsaid(
        'scenarios/production/complete region failure',
        'total',
        '4h is said of region-failure, and what is promised of DNS failover and restore from backup leaves up to 4h30m',
      ),
    ],
  },
  {
    id: 'C257',
    fault: 'database restore in 2 hours, backup RTO 4 hours',
    certainty: 'interpretation',
    lines: [793, 804],
    found: [
      unsaid(
        'scenarios/production/database corruption',
        'total',
        '2h is said of database-corruption, and what is promised of restore from backup leaves up to 4h',
      ),
    ],
  },
  {
    id: 'C259',
    fault: 'token operations: 1 hour maximum against 2, 4 and 6 hours',
    certainty: 'certain',
    lines: [[803, 806], 812],
    found: [
      byRule(
        'continues/production/token operations',
        'scenario',
        'slow-scenario/production/database corruption',
        'database corruption takes it away for 2h, and 1h is the most',
      ),
      byRule(
        'continues/production/token operations',
        'scenario',
        'slow-scenario/production/complete region failure',
        'complete region failure takes it away for 4h, and 1h is the most',
      ),
      byRule(
        'continues/production/token operations',
        'scenario',
        'slow-scenario/production/security breach',
        'security breach takes it away for 6h, and 1h is the most',
      ),
    ],
  },
  {
    id: 'C260',
    fault: 'user authentication: 30 minutes against everything',
    certainty: 'certain',
    lines: [[794, 797], [803, 806], 813],
    found: [
      byRule(
        'continues/production/user authentication',
        'promised',
        'slow-target/production/the data of production',
        'it needs the data of production, which is promised back within 4h, and 30m is the most',
      ),
    ],
  },
  {
    id: 'C261',
    fault: 'application RTO of 1 hour above the authentication maximum',
    certainty: 'certain',
    lines: [795, 813],
    found: [
      byRule(
        'continues/production/user authentication',
        'promised',
        'slow-target/production/the application of production',
        'it needs the application of production, which is promised back within 1h, and 30m is the most',
      ),
    ],
  },
  {
    id: 'C262',
    fault: 'infrastructure RTO of 2 hours above token operations’ 1 hour',
    certainty: 'certain',
    lines: [794, 812],
    found: [
      byRule(
        'continues/production/token operations',
        'promised',
        'slow-target/production/the infrastructure of production',
        'it needs the infrastructure of production, which is promised back within 2h, and 1h is the most',
      ),
    ],
  },
  {
    id: 'C263',
    fault: 'data analytics 4 hours, administrative 8: analytics missed in a breach',
    certainty: 'certain',
    lines: [806, 814],
    found: [
      byRule(
        'continues/production/data analytics',
        'scenario',
        'slow-scenario/production/security breach',
        'security breach takes it away for 6h, and 4h is the most',
      ),
    ],
  },
  {
    id: 'C269',
    fault: 'corruption is replicated to replicas and DR',
    certainty: 'likely',
    lines: [495, 517, 804],
    found: [
      unsaid(
        'recovers/production/any-failure/database-after-corruption',
        'data',
        'the rows: lost: it holds the same wrong rows',
      ),
    ],
  },
  {
    id: 'C270',
    fault: '“Stop writes” without a way',
    certainty: 'interpretation',
    lines: [804],
    found: [
      unsaid(
        'scenarios/production/database corruption',
        'total',
        'nobody says how long stop writes, restore from backup and verify data integrity take',
      ),
    ],
  },
  {
    id: 'C273',
    fault: 'breach restores from a “clean” backup without knowing which',
    certainty: 'likely',
    lines: [648, 806],
    found: [unsaid('scenarios/production/security breach', 'steps', 'credentials replaced, which may be known')],
  },
  {
    id: 'C275',
    fault: '“Enhanced monitoring” as rollback plan',
    certainty: 'certain',
    lines: [806],
    found: [
      byRule(
        'scenarios/production/security breach',
        'fallback',
        'fallback/enhanced-monitoring',
        'where that fails, enhanced-monitoring brings nothing back',
      ),
    ],
  },
  {
    id: 'C276',
    fault: 'return to the primary region without procedure',
    certainty: 'certain',
    lines: [803],
    found: [
      unsaid('scenarios/production/complete region failure', 'fallback', 'return-to-primary leads back to production'),
    ],
  },
  {
    id: 'C278',
    fault: '30 minutes to roll back an application against “zero downtime” and blue-green',
    certainty: 'likely',
    lines: [392, 494, 805, 829],
    found: [
      assumed(
        'availability/production/budget',
        'rare/production/application failure',
        'application failure comes no more often than once in 20.8d, and nothing else does',
      ),
    ],
    stays: 'how often a release fails is somebody’s estimate',
  },
  {
    id: 'C281',
    fault: 'whole-region failover is never tested as a whole',
    certainty: 'likely',
    lines: [[793, 797], 803],
    found: [
      unsaid(
        'recovers/production/any-failure/infrastructure',
        'tested',
        'nobody says where the infrastructure of production is rehearsed every month',
      ),
    ],
  },
  {
    id: 'C282',
    fault: 'DR region, number of regions and mode unnamed',
    certainty: 'certain',
    lines: [431, 486, [793, 796]],
    found: [unsaid('placed/disaster-recovery', 'nodes', 'nobody says what nodes there are for the pods of')],
  },
  {
    id: 'C284',
    fault: 'DNS failover in 30 minutes without TTL or health rule',
    certainty: 'interpretation',
    lines: [796, 803],
    found: [
      unsaid(
        'recovers/production/any-failure/network',
        'names',
        'nobody says the interval of checks, how many checks fail, the TTL, so 30m is not shown',
      ),
    ],
  },
  {
    id: 'C285',
    fault: 'secrets and backup keys in the DR region',
    certainty: 'likely',
    lines: [288, 659, [791, 797]],
    found: [
      byRule(
        'stands-by/disaster-recovery',
        'configured',
        'unconfigured/disaster-recovery/configuration management',
        'secrets',
        'are not there when it takes over',
      ),
    ],
  },
  {
    id: 'C286',
    fault: 'file storage and cache have no RTO/RPO',
    certainty: 'likely',
    lines: [
      [639, 640],
      [791, 797],
    ],
    found: [
      unsaid(
        'recovers/production/any-failure/storage-after-loss-of-a-region',
        'ways',
        'the replica in another region has the objects of storage, but for a time that nobody says',
      ),
    ],
  },
  {
    id: 'C287',
    fault: 'mirrored DR is never checked for capacity',
    certainty: 'interpretation',
    lines: [210, 486],
    found: [unsaid('maxima/disaster-recovery', 'sum', 'nobody says what nodes there are')],
  },
  {
    id: 'C283',
    fault: 'who declares a disaster',
    certainty: 'certain',
    lines: [[799, 815]],
    found: [
      unsaid(
        'scenarios/production/complete region failure',
        'decided',
        'nobody declares the loss of the region before DNS failover',
      ),
    ],
  },
  {
    id: 'C271',
    fault: 'no reconciliation with the chain after a restore',
    certainty: 'certain',
    lines: [66, [803, 804], 806],
    found: [
      unsaid(
        'scenarios/production/database corruption',
        'reconciled',
        'blockchain still holds what database forgets by restore from backup',
        'nobody says that they are compared',
      ),
    ],
  },
]
