// `seaworthy reach PATH`: who can talk to whom; `reach PATH FROM TO`: one pair explained.

import { nearest } from '../../platform/nearest.ts'
import { askedEstates } from '../judged.ts'
import { oneOf } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import type { Paired, PairOptions } from '../reach/pair-task.ts'
import { portIn } from '../reach/port-in.ts'
import type { Reached, ReachOptions } from '../reach/reach-task.ts'
import { Refusal } from '../refusal.ts'
import { defineVerb } from '../verb.ts'
import { write, writeAll } from '../write.ts'

export const reach = defineVerb({
  options: {
    format: oneOf(['text', 'json', 'classes'], 'how the answer is written (text)'),
    ...pathOptions,
  },
  about:
    'Shows who can talk to whom under the network policies, at which ports. FROM and TO are workloads (shop/checkout; prod/shop/checkout of one of several clusters), an address, or `outside`; TO may be a Service, and may have a port: shop/orders:8080.',
  examples: [
    'seaworthy reach ./k8s',
    'seaworthy reach ./k8s shop/checkout shop/orders:8080',
    'seaworthy reach ./k8s --format json',
  ],

  async run(rest, given) {
    const [path, from, to, ...more] = rest
    if (path === undefined || more.length > 0 || (from !== undefined && to === undefined)) {
      throw new Refusal(
        path === undefined ? 'no path was given' : 'it takes a path, or a path and both ends of one pair',
        {
          doing: 'reach',
          next: 'seaworthy reach ./k8s shop/checkout shop/orders',
        },
      )
    }
    const { format = 'text' } = given
    const width = given.width ?? process.stdout.columns
    // The rows of all pairs are written for longer than all else takes.
    const asking = { ...given, doing: `reach ${path}`, isBrief: format === 'classes' }
    if (from !== undefined && to !== undefined) {
      const options: PairOptions = { from, to }
      await writePair(await askedEstates<Paired>(path, asking, 'pair', options), { path, from, to, width, given })
    } else {
      const options: ReachOptions = { strangers: format === 'text' }
      await writeMatrix(await askedEstates<Reached>(path, asking, 'reach', options), path, format, width)
    }
    return 0
  },
})

interface Pair {
  readonly path: string
  readonly from: string
  readonly to: string
  readonly width: number | undefined
  readonly given: { readonly format?: string }
}

async function writePair({ asOf, pairs, names }: Paired, { path, from, to, width, given }: Pair): Promise<void> {
  if (pairs.length === 0) throw unknownEnd(names, from, to, path)
  if (given.format === 'json') await write(`${JSON.stringify({ version: 1, asOf, from, to, pairs }, undefined, 2)}\n`)
  else await write((await import('../reach/pair-text.ts')).pairText(pairs, width))
}

function unknownEnd(names: readonly string[], from: string, to: string, path: string): Refusal {
  const isKnown = (typed: string) =>
    names.some((name) => name === typed || name.endsWith(`/${typed}`) || typed.endsWith(`/${name}`))
  const typed = isKnown(from) ? portIn(to).name : from
  const near = nearest(typed, [...names, ...names.map((name) => name.replace(/^.*\//, ''))])
  return new Refusal(`no workload${typed === from ? '' : ' or Service'} is called ${typed}`, {
    doing: `reach ${path}`,
    next: near ? `did you mean ${near}?` : 'name it as NAMESPACE/NAME',
  })
}

async function writeMatrix({ asOf, clusters }: Reached, path: string, format: string, width: number | undefined) {
  if (format === 'text') {
    const { reachText } = await import('../reach/reach-text.ts')
    await write(clusters.map((answer) => reachText(answer, { path, width })).join('\n'))
    return
  }
  const { classesJson, connectionsJson } = await import('../reach/reach-json.ts')
  const said = format === 'json' ? connectionsJson : classesJson
  for (const answer of clusters) await writeAll(said(asOf, answer))
}
