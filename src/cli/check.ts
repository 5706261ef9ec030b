// `seaworthy check PATH`: judge, print, exit code.

import { exitCodeOf } from '../check/report.ts'
import type { Arguments } from './arguments.ts'
import { judged } from './judged.ts'
import { Refusal } from './refusal.ts'
import { write } from './write.ts'

export async function check(args: Arguments): Promise<number> {
  const [path, ...more] = args.rest
  if (path === undefined || more.length > 0) {
    throw new Refusal(path === undefined ? 'no path was given' : `one path at a time, found ${args.rest.join(' ')}`, {
      doing: 'check',
      next: 'seaworthy check platform.ts, or a folder of manifests',
    })
  }
  const report = await judged(path, args)
  if (args.format === 'json') {
    const { reportJson } = await import('./json.ts')
    await write(reportJson(report))
  } else {
    const { reportText } = await import('./text/report-text.ts')
    await write(reportText(report, { path, show: args.show, width: args.width ?? process.stdout.columns }))
  }
  return exitCodeOf(report)
}
