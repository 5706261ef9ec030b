// `seaworthy diff OLD NEW`: what a change opens, closes, moves and breaks.

import { existsSync } from 'node:fs'
import { type Diff, diffOf, type Judged } from '../diff/diff-of.ts'
import type { Side } from '../diff/diff-task.ts'
import { diffText } from '../diff/diff-text.ts'
import { verdictJson } from '../json.ts'
import { askedEstates, judged } from '../judged.ts'
import { oneOf } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import { Refusal } from '../refusal.ts'
import { safeJson } from '../safe-json.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

export const diff = defineVerb({
  options: { format: oneOf(['text', 'json'], 'how the answer is written (text)'), ...pathOptions },
  about:
    'Compares two folders of manifests, or two platforms: verdicts that break and mend, connections that open and close,\nobjects and pods that differ. Ends with 1 where something breaks. For two commits: check PATH --against REF.',
  examples: ['seaworthy diff ./k8s-before ./k8s', 'seaworthy diff rendered/old rendered/new --format json'],

  async run([before, after, ...more], given) {
    if (before === undefined || after === undefined || more.length > 0)
      throw new Refusal('two paths are needed', { doing: 'diff', next: 'seaworthy diff OLD NEW' })
    const doing = `diff ${before} ${after}`
    for (const path of [before, after])
      if (!existsSync(path))
        throw new Refusal(`there is no ${path}`, {
          doing,
          next: 'name two paths; for a commit: seaworthy check PATH --against REF',
        })
    const sides = [await side(before, { ...given, doing }), await side(after, { ...given, doing })] as const
    const found = diffOf(...sides)
    const width = given.width ?? process.stdout.columns
    await write(given.format === 'json' ? diffJson(found) : diffText(found, { paths: [before, after], width }))
    if (sides.some(({ report }) => report.unread.length > 0)) {
      process.stderr.write(
        `seaworthy: not everything could be read: seaworthy check ${before}, seaworthy check ${after}\n`,
      )
      return 2
    }
    return found.change.broken.length > 0 ? 1 : 0
  },
})

async function side(path: string, asking: Parameters<typeof judged>[1]): Promise<Judged> {
  return { report: await judged(path, asking), sides: await askedEstates<readonly Side[]>(path, asking, 'diff') }
}

function diffJson({ asOf, change, clusters }: Diff): string {
  const { broken, mended, voided } = change
  return safeJson({
    version: 1,
    asOf,
    broken: broken.map(verdictJson),
    mended,
    voided: voided.map(({ id, was, is, verdict }) => ({ id, was, is, verdict: verdictJson(verdict) })),
    clusters,
  })
}
