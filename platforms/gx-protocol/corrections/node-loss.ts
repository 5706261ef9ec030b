// Room, volumes and time for what a node carried.

import { node, step } from 'seaworthy'
import {
  type Correction,
  change,
  components,
  corrected,
  held,
  listed,
  type Options,
  promises,
} from '../../findings/changing.ts'
import { backend, controlPlane, stores } from './named.ts'

/** Twice the room beside the same neighbours: what one node carried finds a place on the others. */
export const nodesHaveRoom = change('node', controlPlane, (options) => {
  const { cpu, taken } = options as { cpu: number; taken: Options & { cpu: string } }
  const neighbours = (cpu * Number.parseInt(taken.cpu, 10)) / 100
  return { ...options, cpu: cpu * 2, memory: '128Gi', taken: { ...taken, cpu: neighbours } }
})

/** A quarter of the memory that is known to be taken somewhere, on each node, as somebody would measure it there. */
export const memoryIsMeasuredByNode: Correction = (gx) =>
  corrected(gx, [
    change('cluster', ['gx-protocol-cluster'], ({ taken: _, ...options }) => options),
    change('node', [...controlPlane, 'srv1117946'], (options) => ({
      ...options,
      taken: { ...held(options.taken), memory: '40Gi' },
    })),
  ])

/** A class whose volumes can be attached on any node, for the data. */
export const volumesFollow: Correction = (gx) =>
  corrected(gx, [
    change('cluster', ['gx-protocol-cluster'], (options) => ({
      ...options,
      storage: { ...held(options.storage), replicated: { bound: 'cluster' } },
    })),
    components(stores, (options) => ({ ...options, volume: { ...held(options.volume), class: 'replicated' } })),
  ])

/** A fourth node that the members may stand on, empty and beside the three. */
export const fourthNode = change('cluster', ['gx-protocol-cluster'], (options) => {
  const fourth = node('control-plane-4', { cpu: 16, memory: '64Gi', zone: 'primary-dc', roles: ['control-plane'] })
  const pools = held(options.pools)
  return {
    ...options,
    nodes: [...listed(options.nodes), fourth],
    pools: { ...pools, 'control-plane': [...listed(pools['control-plane']), fourth] },
  }
})

/** A controller that notices the dead node and taints it out-of-service. */
export const fencesDeadNodes = change('procedure', ['node-failure'], (options) => ({
  ...options,
  steps: [step('fence', { does: 'fence', actor: 'controller', takes: '30s' }), ...listed(options.steps)],
}))

/** Pods that leave an unreachable node after half a minute, not after the default five. */
export const toleratesHalfAMinute: Correction = components(backend, (options) => ({
  ...options,
  tolerates: ['not-ready', 'unreachable'].map((key) => ({
    key: `node.kubernetes.io/${key}`,
    effect: 'NoExecute',
    for: '30s',
  })),
}))

/** The time that detection, fencing or eviction, and the start of a pod add up to. */
function promisesTheSum(failure: 'node' | 'pod', within: `${number}m`): Correction {
  return promises('survives', (options) => (held(options.failure).of === failure ? { ...options, within } : options))
}

export const promisesTheSumOfNodeLoss = promisesTheSum('node', '6m')
export const promisesTheSumOfPodLoss = promisesTheSum('pod', '2m')
