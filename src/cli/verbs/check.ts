// `seaworthy check PATH`: judge, print, exit code.

import { exitCodeOf } from '../../check/report.ts'
import { adopted } from '../adoption/adopted.ts'
import { baselineFor, firstUntil } from '../adoption/find-baseline.ts'
import { repositoryOf } from '../adoption/repository.ts'
import { saidAgain } from '../again.ts'
import { formats, toWrite, written } from '../formats/written.ts'
import { judged } from '../judged.ts'
import { onePath } from '../one-path.ts'
import { oneOf, text, whole } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import { isPlatformFile } from '../platform-file.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

export const check = defineVerb({
  options: {
    format: oneOf(formats, 'how the answer is written (text)'),
    show: whole('the first N causes in full, the rest counted'),
    against: text('REF', 'only what changed since this commit; fails on what the change breaks'),
    baseline: text('FILE', 'findings that are tolerated (seaworthy-baseline.yaml beside what is judged, or above it)'),
    ...pathOptions,
  },
  about: 'Judges a platform, or a folder of Kubernetes manifests, and shows what is broken with its derivation.',
  examples: [
    'seaworthy check platform.ts --at 2027-01-31',
    'seaworthy check ./k8s --kubernetes 1.34 --nodes nodes.yaml',
    'seaworthy check ./k8s --against origin/main --format markdown',
  ],

  async run(rest, given) {
    const path = onePath(rest, 'check')
    const repository = repositoryOf(path)
    const started = performance.now()
    // Of what holds the text shows how much it is; what is compared is compared whole.
    const briefly = (given.format ?? 'text') === 'text' && given.against === undefined
    const meanwhile = () => toWrite(given.format)
    const found = await judged(path, { ...given, doing: `check ${path}`, briefly, meanwhile })
    const report = await adopted(found, { path, again: saidAgain(path, given), repository, given })
    if (given.against !== undefined) {
      const { against } = await import('../adoption/against.ts')
      const { format, width = process.stdout.columns } = given
      const found = await against(report, { path, ref: given.against, repository, format, width, given })
      await write(found.text)
      return found.exitCode
    }
    const { format, show, width = process.stdout.columns } = given
    const isAdopted = isPlatformFile(path) || (given.baseline ?? baselineFor(path, repository)) !== undefined
    const adoptUntil = isAdopted ? undefined : firstUntil(report.asOf)
    const { inRepository } = repository
    const again = saidAgain(path, given)
    const options = { format, path: again, show, width, adoptUntil, tookMs: since(started), inRepository }
    await write(await written(report, options))
    return exitCodeOf(report)
  },
})

// Where somebody waits for it: the same input gives the same bytes in a pipe.
function since(started: number): number | undefined {
  return process.stdout.isTTY ? performance.now() - started : undefined
}
