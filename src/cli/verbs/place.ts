// `seaworthy place PATH`: what runs where, and why not elsewhere.

import { nearest } from '../../platform/nearest.ts'
import { askedEstates } from '../judged.ts'
import { onePath } from '../one-path.ts'
import { oneOf, text } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import type { PlaceAnswer } from '../place/place-answer.ts'
import { Refusal } from '../refusal.ts'
import { defineVerb } from '../verb.ts'
import { write, writeAll } from '../write.ts'

interface Answered {
  readonly asOf: string
  readonly clusters: readonly PlaceAnswer[]
  /** Workloads by name, for the nearest word. */
  readonly names: readonly string[]
}

export const place = defineVerb({
  options: {
    why: text('POD', 'this pod or workload, node by node: what refuses it there'),
    on: text('NODE', 'what runs on this node, in full'),
    format: oneOf(['text', 'json'], 'how the answer is written (text)'),
    ...pathOptions,
  },
  about:
    'Shows what runs where: on a snapshot where the pods were seen; what is seen nowhere goes where kube-scheduler would put it, by priority, then by name. What has no place is named with the reason of each node.',
  examples: [
    'seaworthy place ./k8s --nodes nodes.yaml',
    'seaworthy place ./k8s --nodes nodes.yaml --why shop/checkout',
  ],

  async run(rest, given) {
    const path = onePath(rest, 'place')
    const { why, on } = given
    const answered = await askedEstates<Answered>(path, { ...given, doing: `place ${path}` }, 'place', { why })
    const { asOf, clusters, names } = answered
    if (why !== undefined && clusters.every(({ asked }) => asked.length === 0)) throw unknownPod(why, names, path)
    const nodes = clusters.flatMap((cluster) => cluster.nodes.map(({ node }) => node))
    if (on !== undefined && !nodes.includes(on)) throw unknownNode(on, nodes, path)
    if (given.format === 'json') {
      const { placeJson } = await import('../place/place-json.ts')
      await writeAll(placeJson(asOf, clusters))
    } else {
      const { placeText } = await import('../place/place-text.ts')
      await write(placeText(clusters, { why, on, width: given.width ?? process.stdout.columns }))
    }
    return 0
  },
})

function unknownPod(why: string, names: readonly string[], path: string): Refusal {
  const near = nearest(why, names)
  return new Refusal(`no pod or workload is called ${why}`, {
    doing: `place ${path}`,
    next: near ? `did you mean ${near}?` : 'name it as NAMESPACE/NAME',
  })
}

function unknownNode(on: string, nodes: readonly string[], path: string): Refusal {
  const near = nearest(on, nodes)
  return new Refusal(`no node is called ${on}`, {
    doing: `place ${path}`,
    next: near ? `did you mean ${near}?` : 'name one that --nodes FILE or a snapshot shows',
  })
}
