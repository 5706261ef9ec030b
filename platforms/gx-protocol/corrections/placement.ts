// Where pods stand, by rules that are required.

import { type Correction, change, components, corrected, held, promises } from '../../findings/changing.ts'
import { apis } from './named.ts'

const onControlPlane = { label: 'node-role.kubernetes.io/control-plane' }

/** No two on one node, by a rule that new pods of a rollout obey too. */
const oneEach = { require: [onControlPlane], apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] }

const tied = (names: readonly string[]) =>
  components(names, (options) => ({ ...options, place: { ...held(options.place), require: [onControlPlane] } }))

export const tiesTheApis: Correction = tied(apis)

export const keepsTheApisApart = components(apis, (options) => ({
  ...options,
  place: { ...held(options.place), apart: oneEach.apart },
}))

export const tiesTheLedgers: Correction = (gx) =>
  corrected(gx, [
    components(['fabric'], (options) => ({ ...options, place: { require: [onControlPlane] } })),
    components(['fabric-testnet'], (options) => ({
      ...options,
      place: { require: [{ label: 'kubernetes.io/hostname', in: ['srv1117946'] }] },
    })),
  ])

/** What was preferred of the submitter is required. */
export const requiresOfTheSubmitter = components(['outbox-submitter'], (options) => ({ ...options, place: oneEach }))

/** The projector and the gateway, of which no rule is shown, stand as everything else does. */
export const sameRuleForAll = components(['projector', 'api-gateway'], (options) => ({ ...options, place: oneEach }))

/** Probes of everything, by path where it answers HTTP, by connection where it does not. */
export const probesEverything: Correction = (gx) =>
  corrected(gx, [
    components(['outbox-submitter', 'projector'], (options) => ({
      ...options,
      ...probed({ path: '/healthz', port: 'metrics' }),
    })),
    ...apiPorts.map(([name, port]) =>
      components([name], (options) => ({ ...options, ...probed({ path: '/healthz', port }) })),
    ),
    components(['postgres'], (options) => ({ ...options, ...probed({ command: ['pg_isready'] }) })),
    components(['redis'], (options) => ({ ...options, ...probed({ port: 'redis' }) })),
  ])

const apiPorts = [...apis, 'api-gateway'].map((name) => [name, 'http'] as const)
const probed = (ask: object) => ({
  readiness: { ...ask, delay: '10s', every: '5s' },
  liveness: { ...ask, delay: '30s', every: '10s' },
})

/** A budget for everything that has two pods or more: one goes at a time. */
export const guardsEverything = components(
  ['outbox-submitter', 'projector', ...apis, 'api-gateway'],
  ({ budget: _, ...options }) => ({ ...options, budget: { maxUnavailable: 1 } }),
)

/** A new pod is ready before an old one ends. */
export const endsNoOldPodFirst = components(['svc-identity'], (options) => ({
  ...options,
  update: { maxUnavailable: 0, maxSurge: 1 },
}))

/** What liveness, the grace period and the start add up to. */
export const promisesTheSumOfAHang: Correction = promises('survives', (options) =>
  held(options.failure).kind === 'hang' ? { ...options, within: '3m' } : options,
)

/** What a chain keeps is what its slowest part keeps. */
export const saysHalfIsLeft: Correction = promises('figure', (options) => {
  const { counts, of } = held(options.measure)
  return counts === 'capacityLeft' && held(of).is === 'journey' ? { ...options, is: '50%' } : options
})

/** The steps as they add up. */
export const sumsTheSteps: Correction = promises('figure', (options) =>
  held(options.measure).counts === 'stepTime' ? { ...options, is: { from: '100s', to: '190s' } } : options,
)

/** All nodes in the one data centre, said plainly. */
export const standsInOneSite: Correction = (gx) =>
  corrected(gx, [
    change('cluster', ['gx-protocol-cluster'], ({ links: _, ...options }) => options),
    change('node', ['srv1117946'], (options) => ({ ...options, zone: 'primary-dc' })),
  ])
