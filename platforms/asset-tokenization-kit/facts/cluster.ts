// Kubernetes infrastructure and containers: the control plane, the pools, the network plugin, and what images are built on.

import type { World } from '../../../src/check/world.ts'
import { answer, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed } from '../../findings/changing.ts'
import { shown } from './shown.ts'

const kubernetes = ({ views }: World) => views.find(({ estate }) => estate.cluster === 'kubernetes')?.estate

export const cluster: readonly Fact[] = [
  shown(44, 'the control plane outlives any of its members', {
    kinds: ['express', 'check'],
    holds: [kept('control-plane/kubernetes', 'aws keeps the control plane of kubernetes')],
    unless: change('cluster', ['kubernetes'], ({ distribution, ...options }) => ({
      ...options,
      controlPlane: { etcd: 2 },
    })),
  }),
  shown(48, 'the network plugin enforces what policies say', {
    kinds: ['check'],
    holds: [
      answer('whether policies act', (world) => kubernetes(world)?.enforcesPolicy.holds, true),
      kept('reaches/production/web-frontend/api-backend:http'),
    ],
    unless: change('cluster', ['kubernetes'], (options) => ({ ...options, cni: { enforcesPolicy: false } })),
  }),
  shown(51, 'what keeps rows stands on the machines that are for it', {
    kinds: ['check'],
    holds: [
      holds('placed/production/cache', 'cache can stand on data-1, data-2, data-3, data-4, data-5, data-6'),
      holds('placed/production/database', 'database can stand on data-1, data-2, data-3'),
    ],
    unless: components(['cache'], ({ pool, ...options }) => options),
  }),
  shown(52, 'one control plane has all pools of machines under it', {
    kinds: ['check'],
    holds: [
      answer('pools', (world) => Object.keys(kubernetes(world)?.pools ?? {}).sort(), [
        'application',
        'data',
        'gpu',
        'system',
      ]),
      kept('pools/kubernetes/application', 'application has 3 to 10, changed by an autoscaler'),
    ],
    unless: change('cluster', ['kubernetes'], (options) => ({
      ...options,
      pools: listed(options.pools).filter(({ name }) => name !== 'gpu'),
    })),
  }),
  shown(67, 'pages run on Alpine, and not as root', {
    kinds: ['check', 'secure'],
    holds: [
      kept('bases/production/images', 'web-frontend in production'),
      holds('hardened/production', 'is told not to run as root'),
      holds('runs-as/production/web-frontend', 'web-frontend runs as user 10001, which is not root'),
    ],
    unless: components(['web-frontend'], (options) => ({
      ...options,
      security: { ...held(options.security), nonRoot: false, user: 0 },
    })),
  }),
  shown(68, 'the API runs on an image without a shell, which is scanned', {
    kinds: ['check', 'secure'],
    holds: [kept('bases/production/images', 'distroless is the base of api-backend')],
    unless: components(['api-backend'], (options) => ({ ...options, built: { base: 'debian', runtime: 'node' } })),
  }),
]
