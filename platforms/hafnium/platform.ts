// Hafnium as it keeps what its document promises. What was changed, and why, is in README.md.

import {
  blueGreen,
  branch,
  client,
  cluster,
  content,
  corruption,
  type Duration,
  dnsFailover,
  drawing,
  encryptionKey,
  environment,
  gateway,
  infrastructure,
  job,
  kafka,
  loadBalancer,
  loss,
  managed,
  mesh,
  metric,
  metricsAdapter,
  natGateway,
  network,
  objectStore,
  pipeline,
  platform,
  pool,
  postgres,
  procedure,
  prometheus,
  promise,
  promotion,
  redis,
  type Step,
  scenario,
  segment,
  service,
  sized,
  stage,
  statedIn,
  step,
  team,
  worker,
} from 'seaworthy'

const says = statedIn('Hafnium - Deployment Architecture')
const drawn = (...lines: readonly number[]) => says('Infrastructure Taxonomy', ...lines)
const pods = (line: number) => says('Orchestration (Kubernetes)', line)
const tier = (line: number) => says('Environment Tiering', line)
const row = (...lines: readonly number[]) => says('Disaster Recovery', ...lines)

// Two regions of one provider, each with a network of its own: callers come in by the public subnets, pods run in the
// private ones, and rows lie in those behind them. Every tier has a subnet in three zones.

const zones = ['a', 'b', 'c']

function region(name: string, block: string) {
  const vpc = network(`vpc-${name}`, { stated: drawn(11, 13) })
  const subnets = { of: vpc, zones } as const
  const pods = `${block}.64.0/18`
  const open = segment('public', { ...subnets, tier: 'public', cidr: `${block}.0.0/20`, stated: drawn(15) })
  const apps = segment('private-app', { ...subnets, tier: 'private', cidr: pods, stated: drawn(20) })
  const rows = { tier: 'private', cidr: `${block}.128.0/20`, admits: [apps], stated: drawn(29) } as const
  const data = segment('private-data', { ...subnets, ...rows })
  return { name, vpc, pods, open, apps, data }
}

const home = region('eu-west-3', '10.0')
const away = region('eu-central-1', '10.1')

// A cluster for each environment, with one group of nodes that grows with what its pods ask for.

const size = { cpu: 4, memory: '16Gi' } as const
const nodes = pool('node-group', {
  ...size,
  nodes: { from: 3, to: 10 },
  scales: 'autoscaler',
  zones,
  stated: drawn(22),
})

const kubernetes = (name: string, where: typeof home) =>
  cluster(name, {
    provider: 'aws',
    region: where.name,
    distribution: 'eks',
    kubernetes: '1.36',
    in: where.apps,
    cni: { name: 'amazon-vpc-cni', enforcesPolicy: true, pods: [where.pods] },
    pools: [nodes],
    autoscaler: { most: 10, stated: pods(58) },
    stated: drawn(21),
  })

// What keeps rows, each run by the provider. Only the database is written first: the rest is made again from it.

const key = encryptionKey('rows', { in: 'kms', rotates: 'year' })
const guarded = {
  in: home.data,
  encrypted: { by: 'provider', cipher: 'AES-256', key },
  authenticates: { by: 'token', logs: true },
} as const

const database = postgres('postgresql', {
  ...guarded,
  managedBy: managed('rds', { restoresBack: '35d' }),
  holds: [content('positions', { ofRecord: true })],
  schema: 'expand-contract',
  replicatesTo: [{ region: away.name, lag: '1m', stated: row(98) }],
  stated: drawn(30),
})

const cache = redis('redis', {
  ...guarded,
  managedBy: managed('elasticache'),
  mode: 'cluster',
  holds: [content('answers', { use: 'queries' })],
  stated: drawn(31),
})

const broker = kafka('kafka', {
  ...guarded,
  managedBy: managed('msk'),
  holds: [content('changes', { ofRecord: false })],
  stated: drawn(32),
})

const state = objectStore('state', {
  ...guarded,
  managedBy: managed('s3'),
  versions: true,
  holds: [content('reports', { ofRecord: false })],
  replicatesTo: [{ region: away.name, lag: '15m', stated: row(100) }],
  stated: row(100),
})

// What runs. Pods are spread over the zones, and there are more of them as load comes.

const runtime = (name: string) =>
  ({
    image: `registry.hafnium.example/${name}:2.4.0`,
    built: { base: 'distroless' },
    requests: { cpu: '500m', memory: '1Gi' },
    limits: { memory: '1Gi' },
    security: { nonRoot: true, user: 10001, drop: ['ALL'], seccomp: 'RuntimeDefault', readOnlyRoot: true },
    place: { spread: [{ by: 'topology.kubernetes.io/zone', maxSkew: 1, how: 'required' }] },
  }) as const

const load = [{ cpu: '70%' }, { memory: '80%' }] as const
const byLoad = { from: 3, to: 12, on: load, stated: pods(57) } as const
const answers = {
  budget: { maxUnavailable: 1 },
  listens: { http: 8080 },
  readiness: { path: '/ready', port: 8080 },
  liveness: { path: '/live', port: 8080 },
  scales: byLoad,
} as const
const calls = [database, cache, broker, state]

const riskEngine = service('risk-engine', { ...runtime('risk-engine'), ...answers, calls, stated: drawn(23) })
const backend = service('backend', { ...runtime('backend'), ...answers, calls, stated: drawn(24) })

// A consumer knows how far it is behind; Prometheus gathers that, and the adapter tells it to the autoscaler.
const lag = metric('lag', { of: broker, stated: pods(57) })
const byLoadAndLag = { ...byLoad, on: [...load, { metric: lag, target: 1000 }] }
const stream = worker('stream', {
  ...runtime('stream'),
  calls,
  listens: { metrics: 9090 },
  metrics: { port: 'metrics' },
  scales: byLoadAndLag,
  stated: drawn(25),
})
const metrics = prometheus('prometheus', { ...runtime('prometheus'), listens: { http: 9090 }, replicas: 2 })
const serves = { asks: metrics, serves: ['external'] } as const
const adapter = metricsAdapter('adapter', { ...runtime('adapter'), ...serves, replicas: 2 })

// The way in: the balancer of the provider, behind it NGINX in the cluster. The way out: a gateway in each zone.

const ingress = gateway('ingress', {
  ...runtime('ingress'),
  ...answers,
  by: 'nginx',
  built: { base: 'ubi' },
  labels: { compliance: 'enterprise' },
  calls: [riskEngine, backend],
  stated: pods(54),
})
const balancer = loadBalancer('load-balancer', { by: 'alb', in: home.open, calls: [ingress], stated: drawn(16) })
const internet = client('internet', { calls: [balancer], stated: drawn(37) })
const wayOut = natGateway('nat-gateway', { in: home.open, zones, stated: drawn(17) })

// Where it runs. Nothing reaches anything that it is not declared to call, and every call between pods is encrypted.

const closed = {
  policies: { defaultDeny: true, dns: true, calls: true },
  mesh: mesh('service-mesh', { by: 'linkerd', mtls: 'strict', stated: pods(55) }),
} as const

const prod = environment('prod', {
  ...closed,
  on: kubernetes('eks', home),
  namespace: 'prod',
  purpose: 'production',
  data: 'production',
  runs: [
    ...[internet, balancer, wayOut, ingress, riskEngine, backend, stream],
    ...[database, cache, broker, state, metrics, adapter],
  ],
  stated: tier(68),
})

const masking = job('anonymise', {
  ...runtime('anonymise'),
  schedule: '0 3 * * *',
  built: { base: 'alpine' },
  calls: [database],
  stated: tier(67),
})

const staging = environment('staging', {
  ...closed,
  on: kubernetes('eks-staging', home),
  namespace: 'staging',
  purpose: 'staging',
  data: 'masked',
  dataFrom: { from: prod, by: 'copy', masks: true, with: masking },
  like: prod,
  runs: [masking],
  stated: tier(67),
})

const dev = environment('dev', {
  ...closed,
  on: kubernetes('eks-dev', home),
  namespace: 'dev',
  purpose: 'development',
  data: 'synthetic',
  like: prod,
  stated: tier(66),
})

const dr = environment('dr', {
  ...closed,
  on: kubernetes('eks-dr', away),
  namespace: 'dr',
  purpose: 'recovery',
  data: 'production',
  dataFrom: { from: prod, by: 'replication' },
  like: prod,
  standbyOf: prod,
  standby: 'warm',
  standbyAt: '50%',
  sized: [
    ...[balancer, wayOut].map((each) => sized(each, { in: away.open })),
    ...[database, cache, broker, state].map((each) => sized(each, { in: away.data, replicatesTo: [] })),
  ],
  stated: tier(69),
})

// How versions travel: each one stands in Staging before it comes to Prod, and the standby follows Prod.

const main = branch('main', { reviews: 1, checks: ['unit'] })
const owners = team('release owners')

const proposals = pipeline('proposals', {
  on: ['pull-request'],
  branches: [main],
  stages: [stage('try', { does: ['test'], tests: ['unit'] })],
})
const delivers = pipeline('main', {
  on: ['merge'],
  branches: [main],
  stages: [
    stage('build', { does: ['build', 'test'], tests: ['unit'], makes: ['image'] }),
    stage('staging', { does: ['deploy'], in: staging }),
    stage('integration', { does: ['test'], in: staging, tests: ['integration'] }),
  ],
  stated: tier(67),
})

const promotions = [
  promotion({ from: branch('any'), to: dev, on: 'push', stated: tier(66) }),
  promotion({ from: main, to: staging, on: 'merge', stated: tier(67) }),
  promotion({
    from: staging,
    to: prod,
    on: 'manual',
    requires: ['integration'],
    approvers: [owners],
    by: [blueGreen()],
    rollback: 'switch',
    migrates: [database],
    stated: tier(68),
  }),
  promotion({ from: prod, to: dr, on: 'promotion', stated: tier(69) }),
]

// What is done when the region is lost, and when rows went wrong.

const person = (does: Step['does'], takes: Duration) => ({ actor: 'person', does, takes }) as const
const byItself = (does: Step['does'], takes: Duration) => ({ actor: 'controller', does, takes }) as const

const traffic = dnsFailover('traffic', {
  from: prod,
  to: dr,
  by: 'route53',
  checks: { every: '30s', failures: 3 },
  ttl: '1m',
  stated: row(99),
})

const promotes = [
  step('notice', byItself('detect', '2m')),
  step('decide', person('decide', '4m')),
  step('promote the replica', { ...person('promote', '6m'), of: [database] }),
  step('lead its clients to it', byItself('configure', '2m')),
]
const promoting = procedure('promote the replica', { steps: promotes })
const both = ['lead its clients to it', 'bring the standby to full size']
const moving = procedure('move to the other region', {
  steps: [
    ...promotes,
    step('bring the standby to full size', { ...byItself('scale', '15m'), after: ['decide'] }),
    step('look at what was taken over', { ...person('verify', '2m'), after: both }),
    step('lead callers there', { actor: 'controller', does: 'redirect', by: traffic }),
    step('look at it', person('verify', '5m')),
    step('make a new replica', { ...person('follow', '20m'), of: [database] }),
  ],
})
const restoring = procedure('restore to the minute before', {
  steps: [
    step('notice', person('detect', '5m')),
    step('decide', person('decide', '5m')),
    step('restore', { ...person('restore', '25m'), of: [database] }),
    step('lead its clients to it', byItself('configure', '2m')),
    step('look at it', person('verify', '10m')),
  ],
})

// What the document promises, row by row; nothing of it is left out.

const regionLost = { in: prod, from: loss.region } as const

const promises = [
  promise.spans({ in: prod, regions: 'several', stated: row(98, 100) }),
  promise.recovers(database, { ...regionLost, within: '15m', losing: '5m', by: promoting, stated: row(98) }),
  promise.recovers(traffic, { from: loss.region, within: '5m', stated: row(99) }),
  promise.recovers(state, { ...regionLost, within: '15m', losing: '15m', by: promoting, stated: row(100) }),
  promise.recovers(prod, { within: '1h', losing: '5m', stated: says('RPO/RTO Targets', 103, 104) }),
  promise.holds('synthetic', { in: dev, stated: tier(66) }),
  promise.holds('masked', { in: staging, stated: tier(67) }),
  promise.holds('production', { in: prod, stated: tier(68) }),
  promise.entersBy([balancer], { in: prod, stated: drawn(37) }),
  promise.privateSegments([riskEngine, backend, stream], { in: prod, name: 'apps', stated: drawn(20, 23, 24, 25) }),
  promise.privateSegments([database, cache, broker], { in: prod, name: 'data', stated: drawn(29, 30, 31, 32) }),
  // Of the rules about one workload the first holds.
  promise.bases(
    [
      { base: 'ubi', labels: { compliance: 'enterprise' } },
      { base: 'alpine', of: 'jobs' },
      { base: 'distroless', of: 'runtimes', in: [prod] },
    ],
    { firstMatches: true, stated: says('Base Images', 49, 50, 51) },
  ),
  promise.autoscales(byLoad, { in: prod, of: [riskEngine, backend, ingress], stated: pods(57) }),
  promise.autoscales(byLoadAndLag, { in: prod, of: [stream], name: 'lag', stated: pods(57) }),
  promise.immutable('ours', { stated: says('Immutable Infrastructure', 90) }),
]

// What guards the rows: nobody comes in but by a declared call and with a token, and what lies there is encrypted.

const guards = [
  ...[dev, staging, prod, dr].flatMap((environment) => [
    promise.onlyCalls({ in: environment, stated: says('Infrastructure Taxonomy', [37, 41]) }),
    promise.hardened({ in: environment, nonRoot: true, readOnlyRoot: true, drops: ['ALL'], seccomp: 'RuntimeDefault' }),
  ]),
  ...calls.map((store) => promise.authenticates(store, { in: prod, logs: true })),
  promise.encrypted('atRest', { in: prod, of: calls, cipher: 'AES-256' }),
  promise.rotates(key, { in: prod, every: 'year' }),
]

// Every environment has a folder, and everything outside the clusters a module.

const code = infrastructure('infra', {
  by: 'terraform',
  environments: [dev, staging, prod, dr],
  modules: {
    vpc: [home.vpc, away.vpc, balancer, wayOut],
    eks: [dev.on, staging.on, prod.on, dr.on],
    rds: [database],
    elasticache: [cache],
    msk: [broker],
    s3: [state],
  },
  state: { remote: true, locked: true, stated: says('Infrastructure as Code (IaC)', 75) },
  stated: says('Infrastructure as Code (IaC)', [79, 86]),
})

// All of it together, and the pictures of it, which have to show what is declared.

export default platform('hafnium', {
  title: 'Hafnium, amended',
  environments: [dev, staging, prod, dr],
  promises: [...promises, ...guards],
  scenarios: [
    scenario('the region is lost', { of: loss.region, in: prod, by: moving }),
    scenario('rows went wrong', { of: corruption, in: prod, by: restoring }),
  ],
  promotions,
  pipelines: [proposals, delivers],
  infrastructure: [code],
  drawings: [
    drawing('infrastructure taxonomy', {
      of: prod,
      arrows: [
        [internet, balancer],
        [balancer, prod.on],
        ...[database, cache, broker, state].map((store) => [prod.on, store] as const),
      ],
      boxes: [wayOut, ingress, riskEngine, backend, stream, metrics, adapter],
      stated: says('Infrastructure Taxonomy', [9, 42]),
    }),
    drawing('disaster recovery', { arrows: [[prod, dr]], stated: row(98, 99, 100) }),
  ],
})
