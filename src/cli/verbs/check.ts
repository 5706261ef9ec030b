// `seaworthy check PATH`: judge, print, exit code.

import { exitCodeOf } from '../../check/report.ts'
import { judged } from '../judged.ts'
import { onePath } from '../one-path.ts'
import { oneOf, whole } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

export const check = defineVerb({
  options: {
    format: oneOf(['text', 'json'], 'how the answer is written (text)'),
    show: whole('the first N causes in full, the rest counted'),
    ...pathOptions,
  },
  about: 'Judges a platform, or a folder of Kubernetes manifests, and shows what is broken with its derivation.',
  examples: [
    'seaworthy check platform.ts --at 2027-01-31',
    'seaworthy check ./k8s --kubernetes 1.34 --nodes nodes.yaml',
    'seaworthy check ./k8s --format json',
  ],

  async run(rest, given) {
    const path = onePath(rest, 'check')
    const report = await judged(path, { ...given, doing: `check ${path}` })
    if (given.format === 'json') {
      const { reportJson } = await import('../json.ts')
      await write(reportJson(report))
    } else {
      const { reportText } = await import('../text/report-text.ts')
      await write(reportText(report, { path, show: given.show, width: given.width ?? process.stdout.columns }))
    }
    return exitCodeOf(report)
  },
})
