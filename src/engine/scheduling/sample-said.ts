// Asks a small cluster about one pod, for tests.

import type { Manifest } from '../../kubernetes/types.ts'
import { sampleNode, sampleObject, samplePod } from './sample-cluster.ts'
import { schedulerOf } from './scheduler-of.ts'

export interface SampleScene {
  readonly node?: Parameters<typeof sampleNode>[1]
  /** Beside n1. */
  readonly nodes?: readonly Manifest[]
  readonly pods?: readonly Manifest[]
  readonly others?: readonly Manifest[]
  readonly pod?: Parameters<typeof samplePod>[1]
}

/** Name, scene, what is said of n1. */
export type SaidRow = readonly [name: string, scene: SampleScene, says: string]

/** What is said of n1 when `web` is asked for: `Plugin: reason`, several by `; `. */
export function saidOfFirst({ node, nodes = [], pods = [], others = [], pod }: SampleScene): string {
  const namespace = sampleObject('Namespace', 'shop', { metadata: { labels: { team: 'a' } } })
  const scheduler = schedulerOf({ nodes: [sampleNode('n1', node), ...nodes], pods, others: [namespace, ...others] })
  const { nowhere, refused } = scheduler.judge(samplePod('web', pod))
  if (nowhere) return `nowhere, ${nowhere.plugin}: ${nowhere.reasons.join(', ')}`
  const by = refused.find((one) => one.node === 'n1')?.by ?? []
  return by.map(({ plugin, reasons }) => `${plugin}: ${reasons.join(', ')}`).join('; ')
}

/** A pod that stands on n1. */
export function onFirst(name: string, given: Parameters<typeof samplePod>[1] = {}): Manifest {
  return samplePod(name, { nodeName: 'n1', ...given })
}
