// Words in, words out, exit code. Everything heavy is imported by the verb that needs it.

import { isPlatformFile } from './platform-file.ts'
import { Refusal, refusalText } from './refusal.ts'
import { verbOf } from './verb-of.ts'
import { type VerbName, verbs } from './verbs.ts'

/** Runs one command line. Answers with the exit code; writes nothing after that. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const name = verbOf(argv)
    if (name === undefined) return await withoutVerb(argv)
    if (judgesPlatform(name, argv)) await import('./load/thread.ts').then(({ startAhead }) => startAhead('judge'))
    const verb = await verbs[name].load()
    const { argumentsOf } = await import('./arguments.ts')
    const { rest, given, help } = argumentsOf(argv.slice(1), verb.options)
    if (!help) return await verb.run(rest, given)
    const { verbHelp } = await import('./help.ts')
    return print(verbHelp(name, verb), 0)
  } catch (error) {
    return failed(error)
  }
}

const judging: ReadonlySet<VerbName> = new Set(['check', 'explain'])

function judgesPlatform(name: VerbName, argv: readonly string[]): boolean {
  return judging.has(name) && !argv.includes('--help') && argv.some(isPlatformFile)
}

async function withoutVerb(argv: readonly string[]): Promise<number> {
  const { argumentsOf } = await import('./arguments.ts')
  const { help, version } = argumentsOf(argv, {})
  if (version) {
    const { versionOf } = await import('./version.ts')
    return print(`${await versionOf()}\n`, 0)
  }
  const { generalHelp } = await import('./help.ts')
  return print(generalHelp(), help ? 0 : 2)
}

function print(text: string, exitCode: number): number {
  process.stdout.write(text)
  return exitCode
}

function failed(error: unknown): number {
  if (error instanceof Refusal) {
    process.stderr.write(refusalText(error))
    return error.exitCode
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `seaworthy: this is a fault of Seaworthy, not of what it read\n${stack}\nnext: report it with this text and, if you can, the input\n`,
  )
  return 3
}
