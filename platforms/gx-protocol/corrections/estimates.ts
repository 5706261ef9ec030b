// What is reckoned of latency, money and bounds, reckoned again.

import { plus, value } from 'seaworthy'
import {
  type Correction,
  change,
  corrected,
  held,
  listed,
  manifests,
  type Options,
  promises,
} from '../../findings/changing.ts'
import { says } from '../as-written/says.ts'

function figures(is: string, edit: (given: Options) => Options): Correction {
  return promises('figure', (given) => (held(given.measure).is === is ? edit(given) : given))
}

/** Events are streamed, and wait once, whatever came before them: the lag is measured, as is promised of it, and not reckoned. */
export const measuresTheLag = change('platform', ['gx-protocol'], (options) => ({
  ...options,
  promises: listed(options.promises).filter(({ measure }) => held(measure).is !== 'lag'),
}))

/** The hours are left out of the sum. */
export const leavesOutTheHours = figures('sum', (given) => {
  const isLeast = given.name === 'savings-least'
  const [nodes, traffic] = isLeast
    ? (['$2000/month', '$500/month'] as const)
    : (['$3000/month', '$1000/month'] as const)
  return {
    ...given,
    measure: plus(value(nodes, says('3.2', 241)), value(traffic, says('3.2', 242))),
    is: isLeast ? '$2500/month' : '$4000/month',
  }
})

/** The measured time ends where the orderer has the transaction. */
export const endsAtTheOrderer = change('metric', ['transaction-submission'], ({ commitsTo: _, ...options }) => options)

/** A bound of type Pod beside the one of containers. */
export const boundsPods = manifests('written', 'LimitRange', undefined, (manifest) => {
  const spec = held(manifest.spec)
  return { ...manifest, spec: { limits: [...listed(spec.limits), { type: 'Pod', max: { cpu: '4', memory: '8Gi' } }] } }
})

/** What is planned stands in the manifests that are shown. */
export const showsWhatIsPlanned = manifests('shown', 'Deployment', undefined, (manifest) => {
  const spec = held(manifest.spec)
  const template = held(spec.template)
  const pod = held(template.spec)
  const containers = [{ name: held(manifest.metadata).name, resources: { requests: { cpu: '500m', memory: '1Gi' } } }]
  return { ...manifest, spec: { ...spec, template: { ...template, spec: { ...pod, containers } } } }
})

/** All pods that share the nodes are listed. */
export const countsTheNeighbours: Correction = (gx) =>
  corrected(gx, [
    change('cluster', ['gx-protocol-cluster'], (options) => {
      const taken = held(options.taken)
      return { ...options, taken: { ...taken, pods: { ...held(taken.pods), count: 20 } } }
    }),
  ])
