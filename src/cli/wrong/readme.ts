import type { ImportOptions } from '../../estate/import.ts'
import { fenced } from '../formats/markdown-text.ts'
import { verdictText } from '../text/verdict-text.ts'
import type { Reproduction } from './reproduction.ts'

interface ReadmeOptions {
  readonly version: string
  readonly asOf: string
  readonly options: ImportOptions
}

/** What was run and what it answered, for those who look into it. */
export function readme({ verdict, kept }: Reproduction, { version, asOf, options }: ReadmeOptions): string {
  const said = [
    `seaworthy check manifests.yaml --at ${asOf}`,
    ...(options.kubernetes === undefined ? [] : [`--kubernetes ${options.kubernetes}`]),
    ...(options.enforcesPolicy === true ? ["--assume 'cni enforces policy'"] : []),
  ]
  const lines = [
    '# A finding of Seaworthy that may be wrong',
    '',
    `Seaworthy ${version}, in this folder:`,
    '',
    ...fenced([said.join(' ')]),
    '',
    'answers',
    '',
    ...fenced(verdictText(verdict, { width: 100, whole: true })),
    '',
    'Objects, fields and names without which it answers the same were left out or replaced by neutral words.',
    ...(kept.length === 0 ? [] : ['Kept as they are, as the answer rests on them:', '', ...fenced(kept)]),
    '',
    '## What was expected instead, and why',
    '',
  ]
  return `${lines.join('\n')}\n`
}
