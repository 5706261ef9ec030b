// Where pods stand, by rules that are required.

import { type Correction, change, components, held, promises } from '../changing.ts'
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

/** What was preferred of the submitter is required. */
export const requiresOfTheSubmitter = components(['outbox-submitter'], (options) => ({ ...options, place: oneEach }))

/** The projector and the gateway, of which no rule is shown, stand as everything else does. */
export const sameRuleForAll = components(['projector', 'api-gateway'], (options) => ({ ...options, place: oneEach }))

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
export const standsInOneSite = change('node', ['srv1117946'], (options) => ({ ...options, zone: 'primary-dc' }))
