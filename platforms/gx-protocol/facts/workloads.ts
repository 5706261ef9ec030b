// Sections 2.2, 4.2, 5.2, 6.1, 7.1 and 7.3: how many of each, how big, where they answer, how it is seen that they do, and
// how one pod takes the place of another.

import type { World } from '../../../src/check/world.ts'
import { answer, broken, type Claim, field } from '../../facts/claim.ts'
import type { Fact, FactKind } from '../../facts/fact.ts'
import { type Correction, change, components, held, listed, type Options } from '../../findings/changing.ts'
import { endsNoOldPodFirst } from '../corrections.ts'

type Id = Fact['id']

const rendered: Fact['kinds'] = ['render']
const small = { cpu: '500m', memory: '1Gi' }
const workers = ['outbox-submitter', 'projector']
const apis = ['svc-identity', 'svc-wallet', 'svc-tokenomics', 'api-gateway']

const replicas = (namespace: string, name: string, count: number): Claim =>
  field(`Deployment/${namespace}/${name}`, ['spec', 'replicas'], count)

const requests = (name: string): Claim =>
  answer(`requests of ${name}`, (world) => held(containerOf(name, world).resources).requests, small)

function containerOf(name: string, { views }: World) {
  const objects = views.flatMap(({ estate }) => estate.objects)
  const spec = held(objects.find(({ ref }) => ref === `Deployment/backend-mainnet/${name}`)?.manifest.spec)
  return held(listed(held(held(spec.template).spec).containers).find((container) => container.name === name))
}

const answersAt = (name: string, port: number): Claim =>
  answer(
    `the port of ${name}`,
    ({ views }) => {
      const objects = views.flatMap(({ estate }) => estate.objects)
      const service = objects.find(({ ref }) => ref === `Service/backend-mainnet/${name}`)
      return listed(held(service?.manifest.spec).ports).find((one) => one.name === 'http')?.port
    },
    port,
  )

const inMainnet: readonly [id: Id, name: string, count: number][] = [
  ['GX-47', 'outbox-submitter', 2],
  ['GX-48', 'projector', 2],
  ['GX-49', 'svc-identity', 3],
  ['GX-50', 'svc-wallet', 3],
  ['GX-51', 'svc-tokenomics', 3],
  ['GX-52', 'api-gateway', 3],
]

const oneMore = (name: string, count: number): Correction =>
  components([name], (options) => ({ ...options, replicas: count + 1 }))

// Sizes of Testnet stand in the environment.
const twoInTestnet = change('sized', [''], (options) => ({
  ...options,
  options: { ...held(options.options), ...('replicas' in held(options.options) && { replicas: 2 }) },
}))

const sizes: readonly [id: Id, name: string][] = [
  ['GX-95', 'outbox-submitter'],
  ['GX-96', 'projector'],
  ['GX-97', 'svc-identity'],
  ['GX-98', 'svc-wallet'],
  ['GX-99', 'svc-tokenomics'],
  ['GX-100', 'api-gateway'],
]

const ports: readonly [id: Id, name: string, port: number][] = [
  ['GX-131', 'svc-identity', 3001],
  ['GX-132', 'svc-wallet', 3002],
  ['GX-133', 'svc-tokenomics', 3003],
  ['GX-134', 'api-gateway', 8080],
]

const probes: readonly [id: Id, option: 'readiness' | 'liveness', path: string, delay: number, period: number][] = [
  ['GX-72', 'readiness', '/readyz', 10, 5],
  ['GX-73', 'liveness', '/healthz', 30, 10],
]

/** A component that listens elsewhere, and is asked there whether it does. */
function atAnother(options: Options, port: number): Options {
  const probes = Object.entries(options).filter(([option]) => /^(readiness|liveness|startup)$/.test(option))
  return {
    ...options,
    listens: { ...held(options.listens), http: port },
    ...Object.fromEntries(probes.map(([option, probe]) => [option, { ...held(probe), port }])),
  }
}

const probed: [FactKind, ...FactKind[]] = ['render', 'run']

export const workloads: readonly Fact[] = [
  ...inMainnet.map(
    ([id, name, count]): Fact => ({
      id,
      title: `${count} pods of ${name} in Mainnet`,
      kinds: rendered,
      holds: [replicas('backend-mainnet', name, count)],
      unless: oneMore(name, count),
    }),
  ),
  {
    id: 'GX-55',
    title: 'one pod of each worker in Testnet',
    kinds: rendered,
    holds: [
      replicas('backend-testnet', 'outbox-submitter', 1),
      ...workers.map((name) => replicas('backend-testnet', name, 1)),
    ],
    unless: twoInTestnet,
  },
  {
    id: 'GX-56',
    title: 'one pod of each service in Testnet',
    kinds: rendered,
    holds: [replicas('backend-testnet', 'api-gateway', 1), ...apis.map((name) => replicas('backend-testnet', name, 1))],
    unless: twoInTestnet,
  },
  ...probes.map(
    ([id, option, path, delay, period]): Fact => ({
      id,
      title: `the ${option} of svc-identity is asked at ${path}, after ${delay} s and every ${period} s`,
      kinds: probed,
      holds: [
        answer(
          `the ${option} probe`,
          (world) => {
            const probe = held(containerOf('svc-identity', world)[`${option}Probe`])
            return [held(probe.httpGet).path, probe.initialDelaySeconds, probe.periodSeconds]
          },
          [path, delay, period],
        ),
      ],
      unless: components(['svc-identity'], (options) => ({
        ...options,
        [option]: { ...held(options[option]), delay: '1s' },
      })),
    }),
  ),
  ...sizes.map(
    ([id, name]): Fact => ({
      id,
      title: `each pod of ${name} requests half a core and 1Gi`,
      kinds: rendered,
      holds: [requests(name)],
      unless: components([name], (options) => ({ ...options, requests: { cpu: '250m', memory: '1Gi' } })),
    }),
  ),
  ...ports.map(
    ([id, name, port]): Fact => ({
      id,
      title: `${name} answers at ${port}`,
      kinds: rendered,
      holds: [answersAt(name, port)],
      unless: components([name], (options) => atAnother(options, port + 100)),
    }),
  ),
  {
    id: 'GX-251',
    title: 'a rollout of svc-identity adds one pod and takes one away, which may be an old one first',
    kinds: rendered,
    on: 'as-written',
    holds: [
      field('Deployment/backend-mainnet/svc-identity', ['spec', 'strategy'], {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: 1, maxSurge: 1 },
      }),
      broken('rolls/mainnet/new-first/svc-identity', 'maxUnavailable 1 lets 1 old pod end at once'),
    ],
    unless: endsNoOldPodFirst,
  },
]
