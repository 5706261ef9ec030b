// How values and kinds are named in messages.

import { makingOf } from './made.ts'
import type { Kind } from './schema.ts'

const LONGEST_QUOTE = 60

/** What was found, short: `'6 h'`, `3`, `a list of 2`, `postgres orders-db`. */
export function foundWords(value: unknown): string {
  const making = makingOf(value)
  if (making) return making.title
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (value === undefined) return 'nothing'
  if (typeof value === 'object' && value !== null) return objectWords(Object.keys(value))
  return typeof value === 'function' ? 'a function' : String(value)
}

export function quoted(text: string): string {
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
  // Control characters could move the cursor of the terminal that prints them.
  return `'${shown.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)}'`
}

function objectWords(keys: readonly string[]): string {
  if (keys.length === 0) return 'an empty object'
  const more = keys.length > 4 ? ' …' : ''
  return `an object with ${keys.slice(0, 4).map(quoted).join(', ')}${more}`
}

const ALLOWED = {
  text: 'a text that is not empty',
  flag: 'true or false',
  dnsLabel: 'a name of lower-case letters, digits and -, at most 63',
  dnsName: 'a name of lower-case letters, digits, - and ., at most 253',
  labelKey: "a label key such as 'app' or 'example.com/tier'",
  labelValue: 'a label value: letters, digits, -, _ and ., at most 63',
  portName: 'a port name: lower-case letters, digits and -, at most 15, with a letter',
  path: "a path such as '/healthz'",
  cidr: "a block of addresses such as '203.0.113.0/24'",
  date: "a date such as '2027-03-31'",
  kubernetes: "a Kubernetes version such as '1.33' or '1.34.2'",
  schedule: "a cron schedule of five fields such as '0 */6 * * *'",
  cpu: "cores such as 1, 0.5 or '500m'",
  size: "a size such as '100Gi' or '64G'",
  duration: "a duration such as '30s', '15m' or '6h'",
  percent: "a share such as '99.95%', at most '100%'",
  price: "money by the month such as '$600/month', or { from: '$500/month', to: '$750/month' }",
  work: "hours of work by the month such as '20h/month'",
  wage: "money by the hour such as '$30/h'",
  rate: "a rate such as '500/s'",
  quantity: "a quantity such as 16, '500m' or '32Gi'",
  durationRange: "a duration such as '30s', or { from: '30s', to: '2m' }",
  span: "a time such as '3 months', '2 weeks' or '36h'",
  citation: "a place in a document, made by says('7.2', 831)",
  quotaKey: "what a quota counts, such as 'requests.cpu' or 'pods' (or name, stated)",
  anything: 'a value',
  manifest: 'a Kubernetes manifest with apiVersion, kind and metadata.name',
} as const

/** What is allowed there, as a reader would write it. */
export function allowedWords(kind: Kind): string {
  switch (kind.kind) {
    case 'count':
      return kind.most === Number.MAX_SAFE_INTEGER
        ? `a whole number from ${kind.least}`
        : `a whole number from ${kind.least} to ${kind.most}`
    case 'oneOf':
      return kind.of.map((word) => `'${word}'`).join(', ')
    case 'list':
      return `a list, each ${allowedWords(kind.of)}`
    case 'pair':
      return `a pair [was, is], each ${allowedWords(kind.of)}`
    case 'map':
      return `an object from ${allowedWords(kind.keys)} to ${allowedWords(kind.of)}`
    case 'record':
      return kind.says
    case 'either':
      return kind.of.map(allowedWords).join('; or ')
    case 'noun':
      return kind.of.map((is) => NOUN_WORDS[is]).join(' or ')
    default:
      return ALLOWED[kind.kind]
  }
}

const NOUN_WORDS = {
  access: "access, made by access('auditors', { may: ['read'] })",
  alert: 'an alert',
  branch: 'a branch',
  bucket: "a bucket, made by bucket('copies', { host })",
  call: "a call such as call(ledgerDb, { timeout: '2s' })",
  chart: 'a chart',
  businessFunction: 'a business function',
  cluster: 'a cluster',
  command: 'a command',
  component: 'a component such as a service or a postgres',
  context: "a context, made by context('loans')",
  configuration: 'a configuration',
  control: 'a control',
  content: "what lies in a store, made by content('sessions', { use: 'sessions' })",
  decision: 'a decision',
  delivery: 'a delivery',
  drawing: 'a drawing',
  dnsFailover: "a failover of a name, made by dnsFailover('shop', { from, to })",
  drill: 'a drill',
  encryptionKey: 'an encryptionKey',
  environment: 'an environment',
  failure: 'a failure such as loss.node or corruption',
  flow: 'a flow',
  forecast: 'a forecast',
  gate: 'a gate',
  infrastructure: 'infrastructure as code',
  hsm: 'an hsm',
  incident: 'an incident',
  journey: 'a journey',
  managed: "a provider's service, made by managed('rds')",
  lag: 'a lag of events that come at a rate',
  link: "a link, made by link('agency', { kind: 'vpn' })",
  measure: 'a measure such as total.pods(env)',
  mesh: "a mesh, made by mesh('traffic', { by: 'istio' })",
  metric: 'a metric',
  minus: 'a difference of two measures',
  network: "a network, made by network('vpc')",
  monitoring: 'a monitoring',
  node: 'a node',
  operator: 'an operator, made by cloudNativePg()',
  option: 'an option of a decision',
  organisation: 'an organisation',
  outside: "a place outside, made by outside('name')",
  paper: 'a document',
  phase: 'a phase of a roadmap',
  pipeline: 'a pipeline',
  planned: 'a planned one',
  platform: 'a platform',
  pool: "a pool, made by pool('app', { nodes: 3 })",
  port: "a port such as orders.port('http')",
  procedure: 'a procedure',
  promise: 'a promise',
  promotion: 'a promotion',
  receiver: 'a receiver',
  registry: 'a registry',
  release: 'a kind of release',
  role: 'a role',
  rollout: 'a rollout',
  scenario: 'a scenario',
  secret: "a secret, made by secret('ledger-db', { keys: ['password'] })",
  segment: "a segment, made by segment('data', { tier: 'private' })",
  shown: 'a shown manifest',
  sized: 'a sized component',
  secretStore: "a secretStore, made by secretStore('vault', { by: 'vault', at: 'https://vault.example:8200' })",
  stage: 'a stage of a pipeline',
  standard: 'a standard',
  stated: "a stated value, made by value('48Gi', says(…))",
  step: 'a step',
  strategy: 'a strategy such as rolling() or blueGreen()',
  sum: 'a sum of measures',
  table: "a table, made by table(ledgerDb, 'entries')",
  task: 'a task of a phase',
  team: 'a team',
  tool: "a tool, made by tool('Helm', { version: '3.19' })",
  undecided: 'an open choice',
  volume: "a volume, made by volumeIn(cluster, '50Gi')",
  waiver: 'a waiver',
  wave: 'a wave of a delivery',
  written: 'a written manifest',
} as const
