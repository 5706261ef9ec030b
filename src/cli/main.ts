// Words in, words out, exit code. Everything heavy is imported by the verb that needs it.

import { argumentsOf } from './arguments.ts'
import { Refusal, refusalText } from './refusal.ts'

/** Runs one command line. Answers with the exit code; writes nothing after that. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const args = argumentsOf(argv)
    if (args.version) return print(`${await version()}\n`, 0)
    if (args.help || !args.verb) {
      const { helpText } = await import('./help.ts')
      return print(helpText(args.verb), args.help ? 0 : 2)
    }
    if (args.verb === 'check') return await (await import('./check.ts')).check(args)
    return await (await import('./explain.ts')).explain(args)
  } catch (error) {
    return failed(error)
  }
}

function print(text: string, exitCode: number): number {
  process.stdout.write(text)
  return exitCode
}

async function version(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
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
