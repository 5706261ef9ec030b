// Base Images, Autoscaling, Infrastructure as Code, Disaster Recovery: what verdicts and objects show of them.

import { procedure, step } from 'seaworthy'
import { field, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed, type Options, promises } from '../../findings/changing.ts'

const bases = (...says: readonly string[]) => kept('bases/hafnium/images', ...says)
const builtOn = (name: string, base: string) => components([name], (options) => ({ ...options, built: { base } }))
const code = (edit: (options: Options) => Options) => change('infrastructure', ['infra'], edit)
const without = (module: string) =>
  code((options) => ({
    ...options,
    modules: Object.fromEntries(Object.entries(held(options.modules)).filter(([name]) => name !== module)),
  }))
const scaler = (name: string, at: number, measured: string, to: number) =>
  [
    field(`HorizontalPodAutoscaler/prod/${name}`, ['spec', 'metrics', at, 'resource', 'name'], measured),
    field(
      `HorizontalPodAutoscaler/prod/${name}`,
      ['spec', 'metrics', at, 'resource', 'target', 'averageUtilization'],
      to,
    ),
  ] as const
const unscaled = (on: string) =>
  components(['stream'], (options) => {
    const scales = held(options.scales)
    return { ...options, scales: { ...scales, on: listed(scales.on).filter((one) => !Object.hasOwn(one, on)) } }
  })
const modules = '6 modules make whatever stands outside the clusters, and the clusters'

export const images: readonly Fact[] = [
  {
    id: 'HF-37',
    title: 'what runs in Prod is built on Distroless, but for what must be built on UBI',
    kinds: ['check', 'secure'],
    holds: [bases('distroless is the base of adapter in prod, backend in prod')],
    unless: builtOn('backend', 'debian'),
  },
  {
    id: 'HF-38',
    title: 'jobs are built on Alpine, and services are not',
    kinds: ['check'],
    holds: [bases('alpine is the base of anonymise in staging')],
    unless: builtOn('anonymise', 'distroless'),
  },
  {
    id: 'HF-39',
    title: 'what enterprises ask for is built on UBI, and of two rules about one workload the first holds',
    kinds: ['express', 'check'],
    holds: [bases('ubi is the base of ingress in dev', 'or the first of them holds')],
    unless: promises('bases', ({ firstMatches: _, ...options }) => options),
  },
  {
    id: 'HF-63',
    title: 'nothing is changed where it runs: images are replaced by their version, and no step patches',
    kinds: ['check', 'deliver'],
    holds: [
      kept('immutable/hafnium/replaced', 'no step and no rollout changes what runs where it runs', 'say their version'),
    ],
    unless: change('platform', ['hafnium'], (options) => ({
      ...options,
      procedures: [
        procedure('by hand', { steps: [step('patch the nodes', { actor: 'person', does: 'patch', takes: '1h' })] }),
      ],
    })),
  },
  {
    id: 'HF-42',
    title: 'the database has a replica in another region',
    kinds: ['render', 'check'],
    holds: [kept('outlives/prod/postgresql', 'the replica in eu-central-1 is left of postgresql')],
    unless: components(['postgresql'], (options) => ({ ...options, replicatesTo: [] })),
  },
  {
    id: 'HF-45',
    title:
      'callers are led to DR by DNS: three checks and the time that answers are kept come to less than five minutes',
    kinds: ['render', 'check'],
    holds: [kept('recovers/prod/loss-of-a-region/traffic', '30s × 3 + 60s = 2m30s at worst, within 5m')],
    unless: change('dnsFailover', ['traffic'], (options) => ({ ...options, ttl: '5m' })),
  },
  {
    id: 'HF-52',
    title: 'pods scale by CPU',
    kinds: ['render', 'run'],
    holds: [...scaler('stream', 0, 'cpu', 70)],
    unless: unscaled('cpu'),
  },
  {
    id: 'HF-53',
    title: 'pods scale by memory, of which they request some',
    kinds: ['render'],
    holds: [
      ...scaler('stream', 1, 'memory', 80),
      field(
        'Deployment/prod/stream',
        ['spec', 'template', 'spec', 'containers', 0, 'resources', 'requests', 'memory'],
        '1Gi',
      ),
    ],
    unless: unscaled('memory'),
  },
  {
    id: 'HF-54',
    title: 'consumers scale by how far they are behind, which an adapter serves',
    kinds: ['render', 'check', 'run'],
    holds: [
      kept('autoscaling/prod/stream', 'lag is served as external.metrics.k8s.io'),
      field('HorizontalPodAutoscaler/prod/stream', ['spec', 'metrics', 2, 'external', 'metric', 'name'], 'lag'),
    ],
    unless: change('environment', ['prod'], (options) => ({
      ...options,
      runs: listed(options.runs).filter(({ name }) => name !== 'adapter'),
    })),
  },
  {
    id: 'HF-55',
    title: 'nodes come by an autoscaler, as many as take every pod at its most',
    kinds: ['render', 'check'],
    holds: [
      kept('pools/eks/node-group', '3 to 10, changed by an autoscaler'),
      kept('maxima/eks', 'requested at most; 10 nodes have 40 cores'),
    ],
    unless: change('pool', ['node-group'], (options) => ({ ...options, nodes: { from: 3, to: 5 } })),
  },
  {
    id: 'HF-57',
    title: 'the state of Terraform lies where all see it, and one run at a time changes it',
    kinds: ['render', 'check'],
    holds: [
      kept('coded/hafnium/infra', 'the state of terraform lies where all see it, and one run at a time changes it'),
    ],
    unless: code((options) => ({ ...options, state: { remote: true, locked: false } })),
  },
  ...(
    [
      ['HF-58', 'vpc'],
      ['HF-59', 'eks'],
      ['HF-60', 'rds'],
    ] as const
  ).map(
    ([id, module]): Fact => ({
      id,
      title: `the module ${module} makes what is declared, and no other does`,
      kinds: ['render'],
      holds: [kept('coded/hafnium/infra', modules)],
      unless: without(module),
    }),
  ),
  {
    id: 'HF-62',
    title: 'every environment has a folder, DR too',
    kinds: ['render', 'check'],
    holds: [kept('coded/hafnium/infra', 'dev, dr, prod, staging: each has a folder of its own')],
    unless: code((options) => ({
      ...options,
      environments: listed(options.environments).filter(({ name }) => name !== 'dr'),
    })),
  },
  ...(
    [
      ['HF-23', 'risk-engine'],
      ['HF-24', 'backend'],
    ] as const
  ).map(
    ([id, name]): Fact => ({
      id,
      title: `${name} runs, is asked whether it is ready, and requests what it needs`,
      kinds: ['render'],
      holds: [
        field(`Deployment/prod/${name}`, ['spec', 'template', 'spec', 'containers', 0, 'resources', 'requests'], {
          cpu: '500m',
          memory: '1Gi',
        }),
        field(
          `Deployment/prod/${name}`,
          ['spec', 'template', 'spec', 'containers', 0, 'readinessProbe', 'httpGet', 'path'],
          '/ready',
        ),
        kept(`reaches/prod/ingress/${name}:http`),
      ],
      unless: components([name], ({ readiness: _, ...options }) => options),
    }),
  ),
  {
    id: 'HF-25',
    title: 'stream runs, requests what it needs, and is let out to the broker',
    kinds: ['render'],
    holds: [
      field(
        'Deployment/prod/stream',
        ['spec', 'template', 'spec', 'containers', 0, 'resources', 'requests', 'cpu'],
        '500m',
      ),
      kept('reaches/prod/stream/kafka'),
    ],
    unless: components(['stream'], ({ requests: _, ...options }) => options),
  },
  {
    id: 'HF-48',
    title: 'what is lost of the state is made again, and its time to come back is said',
    kinds: ['drill', 'check'],
    holds: [holds('recovers/prod/loss-of-a-region/state', 'nothing is written there first', 'takes 14m, within 15m')],
    unless: components(['state'], ({ holds: _, ...options }) => options),
  },
]
