// What --help prints: what it is for, an example that works, and the exit codes. Made of the verbs and their options.

import type { Options } from './options.ts'
import { wrap } from './text/wrap.ts'
import type { Verb } from './verb.ts'
import { type VerbName, verbs } from './verbs.ts'

const columns = 80

const exitCodes = `exit codes
  0  nothing broken, and no promise unknown
  1  something is broken, or a promise is unknown
  2  not everything could be read, or Seaworthy could not go on
  3  a fault of Seaworthy
`

export function generalHelp(): string {
  const rows = [
    ...Object.values(verbs).flatMap(({ usage }) =>
      Object.entries(usage).map(([line, says]) => [`seaworthy ${line}`, says] as const),
    ),
    ['seaworthy VERB --help', 'its options, with an example'] as const,
  ]
  return `seaworthy: is your platform seaworthy?

${table(rows)}

example
  seaworthy check platform.ts
  seaworthy check ./k8s --kubernetes 1.34 --format json

${exitCodes}`
}

export function verbHelp(name: VerbName, { about, options, examples }: Verb): string {
  const usage = Object.keys(verbs[name].usage)
    .map((line) => `seaworthy ${line}\n`)
    .join('')
  const of = optionRows(options)
  return `${usage}
${wrap(about.replaceAll('\n', ' '), columns, '').join('\n')}
${of.length > 0 ? `\n${table(of)}\n` : ''}
example
${examples.map((example) => `  ${example}\n`).join('')}`
}

function optionRows(options: Options): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { takes, says, many }]) => [
    `--${name}${takes ? ` ${takes}` : ''}`,
    many ? `${says} (may be repeated)` : says,
  ])
}

function table(rows: readonly (readonly [string, string])[]): string {
  const wide = Math.min(29, Math.max(...rows.map(([label]) => label.length))) + 3
  return rows.flatMap(([label, says]) => row(label, says, wide)).join('\n')
}

function row(label: string, says: string, wide: number): readonly string[] {
  const indent = ' '.repeat(2 + wide)
  if (label.length > wide - 2) return [`  ${label}`, ...wrap(`${indent}${says}`, columns, indent)]
  return wrap(`  ${label.padEnd(wide)}${says}`, columns, indent).map((line) => line.trimEnd())
}
