// Drills that can be held, each where it takes nothing from anybody.

import { cluster, environment, node } from 'seaworthy'
import type { Environment } from '../../../src/platform/model.ts'
import { type Correction, change, corrected, listed } from '../../findings/changing.ts'

/** What waits for a second cluster is drilled when there is one. */
export const drillsWhatItCan = change('platform', ['gx-protocol'], (options) => ({
  ...options,
  drills: listed(options.drills).filter(({ name }) => name !== 'cross-region'),
}))

const rented = cluster('rented', {
  kubernetes: '1.33.5',
  distribution: 'k3s',
  nodes: ['rented-1', 'rented-2', 'rented-3'].map((name) => node(name, { cpu: 16, memory: '64Gi', zone: 'rented' })),
})
const rehearsal = environment('rehearsal', { on: rented, namespace: 'rehearsal', purpose: 'test', data: 'production' })

/** The cluster is rebuilt on nodes that are rented for it. */
export const rebuildsOnRentedNodes: Correction = heldIn(['full-rebuild'], () => rehearsal)

/** Copies are brought back into a namespace of their own, under the rules of production, that goes afterwards. */
export const restoresUnderTheSameRules: Correction = heldIn(['restore-test'], ({ on }) =>
  environment('restored', { on, namespace: 'restored', purpose: 'test', data: 'production' }),
)

function heldIn(drills: readonly string[], placeOf: (was: Environment) => Environment): Correction {
  return (gx) => {
    const place = placeOf(gx.drills.find(({ name }) => drills.includes(name))?.in as Environment)
    return corrected(gx, [
      change('drill', drills, (options) => ({ ...options, in: place })),
      change('platform', ['gx-protocol'], (options) => ({
        ...options,
        environments: [...listed(options.environments), place],
      })),
    ])
  }
}
