// `seaworthy sweep PATH`: what breaks when any pod, node or zone goes.

import { askedEstates } from '../judged.ts'
import { onePath } from '../one-path.ts'
import { flag, oneOf, refused, several, text, whole } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import { byHurt } from '../sweep/by-hurt.ts'
import type { Swept } from '../sweep/sweep-task.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

const shownInFull = 20

export const sweep = defineVerb({
  options: {
    format: oneOf(['text', 'json'], 'how the answer is written (text)'),
    show: whole(`the first N failures in full, the rest counted (${shownInFull})`),
    lose: several(text('NODE[@TIME]', 'these nodes alone (zone/NAME: a whole zone) fall silent: what happens when')),
    fenced: several(text('NODE@TIME', 'of those: so long after the loss somebody taints it out-of-service')),
    removed: several(text('NODE@TIME', 'of those: so long after the loss somebody removes it')),
    pairs: flag('two nodes at once too: what that leaves beyond each alone'),
    ...pathOptions,
  },
  about:
    'Takes away every pod, every node and every zone in turn, silent and removed, and says what is left without a place: certainly, in some order, perhaps, or for a while. What hurts most stands first.',
  examples: [
    'seaworthy sweep ./k8s --nodes nodes.yaml',
    'seaworthy sweep platform.ts --format json',
    'seaworthy sweep ./k8s --nodes nodes.yaml --lose zone/a --fenced zone/a@10m',
  ],

  async run(rest, given) {
    const path = onePath(rest, 'sweep')
    if (given.lose) return (await import('../timeline/timeline.ts')).timeline(path, given.lose, given)
    for (const option of ['fenced', 'removed'] as const)
      if (given[option]) throw refused(`--${option} says nothing without --lose`)
    const swept = await askedEstates<Swept>(path, { ...given, doing: `sweep ${path}` }, 'sweep', {
      pairs: given.pairs === true,
    })
    if (given.format === 'json') await write(json(swept))
    else {
      const { sweepText } = await import('../sweep/sweep-text.ts')
      await write(
        sweepText(swept.clusters, {
          show: given.show ?? shownInFull,
          width: given.width ?? process.stdout.columns,
        }),
      )
    }
    return 0
  },
})

function json({ asOf, clusters }: Swept): string {
  const rows = clusters.flatMap(({ cluster, isObserved, rows }) =>
    [...rows].sort(byHurt).map(({ failure, state, ...left }) => ({
      ...(clusters.length > 1 && { cluster }),
      failure,
      state,
      basis: isObserved ? 'observed' : 'every-placement',
      ...left,
    })),
  )
  return `${JSON.stringify({ version: 1, asOf, rows }, undefined, 2)}\n`
}
