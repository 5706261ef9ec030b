import type { Entry } from '../../findings/entry.ts'
import { byRule, open, unsaid } from '../../findings/found.ts'

export const monitoring: readonly Entry[] = [
  {
    id: 'C210',
    fault: 'between 200 and 500 ms nobody is told',
    certainty: 'certain',
    lines: [528, 735, 825],
    found: [
      byRule(
        'watched/production/api-response-time',
        'threshold',
        'threshold/api-response-time',
        'promised is below 200ms; performance-degradation fires above 500ms, 2.5 times the bound',
      ),
    ],
  },
  {
    id: 'C211',
    fault: '5% error alert against an error budget of 0.1%',
    certainty: 'certain',
    lines: [485, 735, 829],
    found: [
      byRule(
        'watched/production/error-budget',
        'budget',
        'error-budget/production',
        '99.9%, counted in what is asked, lets 0.1% fail, and high-error-rate is the first alert that fires, above 5%',
        'what may fail is spent 50 times over',
      ),
    ],
  },
  {
    id: 'C212',
    fault: '“Availability” is a target without a metric or alert',
    certainty: 'likely',
    lines: [735, 743, 829],
    found: [
      unsaid(
        'told/asset-tokenization-kit/critical-system-down',
        'condition',
        'nobody says what makes critical-system-down fire',
      ),
    ],
  },
  {
    id: 'C213',
    fault: 'alerts have no rules',
    certainty: 'likely',
    lines: [
      [735, 739],
      [743, 749],
    ],
    found: [
      unsaid(
        'told/asset-tokenization-kit/critical-system-down',
        'condition',
        'nobody says what makes critical-system-down fire',
      ),
    ],
  },
  {
    id: 'C214',
    fault: 'transaction failures and business trends without number',
    certainty: 'certain',
    lines: [737, 739],
    found: [
      unsaid(
        'told/asset-tokenization-kit/token-deployments',
        'condition',
        'fires by the trend of token-deployments, and nobody says which trend that is',
      ),
    ],
  },
  {
    id: 'C215',
    fault: 'no alert type for the blockchain or business metrics',
    certainty: 'certain',
    lines: [737, 739, [743, 749], 812],
    found: [
      unsaid(
        'told/asset-tokenization-kit/transaction-failures',
        'nobody',
        'nobody says how severe transaction-failures is, nor who is told of it',
      ),
    ],
  },
  {
    id: 'C217',
    fault: 'no replication-lag, backup-age or failover alert',
    certainty: 'certain',
    lines: [57, [735, 739], [743, 749], 793],
    found: [
      unsaid(
        'watched/production/loss',
        'loss',
        '15m may be lost, and nobody says what shows that it would be more: of the 12 metrics that are gathered and 11 alerts, none is said to show how far followers are behind or how old the last copy is',
      ),
    ],
  },
  {
    id: 'C218',
    fault: 'certificate monitoring is promised and missing',
    certainty: 'likely',
    lines: [658, [733, 749]],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/encryption in transit',
        'named',
        'certificate monitoring: said to fulfil encryption in transit, and no promise here shows it',
      ),
    ],
  },
  {
    id: 'C221',
    fault: '80% alert against a three-month lead time',
    certainty: 'certain',
    lines: [736, 748, 845],
    found: [
      byRule(
        'forecasts/asset-tokenization-kit/compute',
        'alarm',
        'ordered-late/compute',
        'resource-utilization-cpu fires above 80% on 2027-02-07',
        'who orders then has more on 2027-05-07, 3 months later, and it is full on 2027-03-15',
      ),
    ],
  },
  {
    id: 'C223',
    fault: 'security metrics come from logs, alerts only from metrics',
    certainty: 'certain',
    lines: [683, [710, 716], 738],
    found: [
      unsaid(
        'told/asset-tokenization-kit/security-events',
        'looked',
        'security-events looks at failed-logins, which is learned from logs: nobody says what looks at those',
      ),
    ],
  },
  {
    id: 'C224',
    fault: 'APM agents that no component receives',
    certainty: 'likely',
    lines: [[673, 677], 735],
    found: [
      unsaid(
        'collects/production/prometheus',
        'exposed',
        'said to be exposed by APM agents, custom metrics, and nobody says what of that runs in production',
      ),
    ],
  },
  {
    id: 'C226',
    fault: 'log collector left open (Fluentd or Fluent Bit)',
    certainty: 'certain',
    lines: [675],
    found: [open('log-collector', 'fluentd, fluent-bit')],
  },
  {
    id: 'C227',
    fault: 'trace collection Jaeger or Zipkin, storage and UI Jaeger',
    certainty: 'certain',
    lines: [677, 685, 693],
    found: [open('trace-collector', 'jaeger, zipkin')],
  },
  {
    id: 'C229',
    fault: 'Prometheus single, without long-term store',
    certainty: 'interpretation',
    lines: [237, 681, 797],
    found: [
      unsaid(
        'overlooks/asset-tokenization-kit/monitoring-stack',
        'backed',
        'nobody says where backup-monitoring stands',
      ),
    ],
  },
  {
    id: 'C230',
    fault: 'two response times for the same severity P1',
    certainty: 'likely',
    lines: [746, 749],
    found: [
      byRule(
        'graded/asset-tokenization-kit/P1',
        'one',
        'severity-means/P1',
        'high-error-rate: within 5m',
        'security-events: at once',
      ),
    ],
  },
  {
    id: 'C233',
    fault: 'notification channels in the table that the stack doesn’t have',
    certainty: 'likely',
    lines: [699, 745, 749],
    found: [
      byRule(
        'told/asset-tokenization-kit/critical-system-down',
        'offered',
        'no-such-way/phone',
        'it goes to phone, and the ways by which alerts are sent are email, pagerduty, slack',
      ),
    ],
  },
  {
    id: 'C234',
    fault: 'P2 to Slack and e-mail with 15 minutes response',
    certainty: 'likely',
    lines: [747],
    found: [
      unsaid(
        'told/asset-tokenization-kit/performance-degradation',
        'reachable',
        'nobody says who team is, whom email and slack tell',
      ),
    ],
  },
  {
    id: 'C235',
    fault: 'escalation without times',
    certainty: 'likely',
    lines: [[745, 749]],
    found: [
      unsaid(
        'told/asset-tokenization-kit/high-error-rate',
        'passedOn',
        'nobody says after how long it goes on to the next',
      ),
    ],
  },
  {
    id: 'C236',
    fault: 'on-call and roles are not defined',
    certainty: 'interpretation',
    lines: [
      [745, 749],
      [779, 783],
    ],
    found: [unsaid('told/asset-tokenization-kit/high-error-rate', 'reachable', 'nobody says who on-call engineer is')],
  },
  {
    id: 'C237',
    fault: 'no watch over the monitoring itself',
    certainty: 'certain',
    lines: [697, 745, 797],
    found: [
      unsaid(
        'overlooks/asset-tokenization-kit/monitoring-stack',
        'backed',
        'nobody says where backup-monitoring stands: it may be lost with what it is to stand in for',
      ),
    ],
  },
]
