// Types, lint and format, and what nobody uses. Prints one line for each, and the tool's own words where it objects.

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

const colours = process.stdout.isTTY ? 'force' : 'off'

const tools: [name: string, command: string, args: string[]][] = [
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['lint and format', 'biome', ['ci', '--error-on-warnings', `--colors=${colours}`]],
  ['unused', 'knip', ['--no-progress']],
]

/** Runs the static checks, one after the other, and names those that object. */
export async function staticChecks(): Promise<string[]> {
  const objecting: string[] = []
  for (const [name, command, args] of tools) {
    const since = performance.now()
    const tool = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = new Promise<number | null>((resolve) => tool.on('close', resolve))
    const [out, err, code] = await Promise.all([text(tool.stdout), text(tool.stderr), ended])
    const seconds = ((performance.now() - since) / 1000).toFixed(1)
    console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)`)
    if (code === 0) continue
    console.log(`${out}${err}`)
    objecting.push(name)
  }
  return objecting
}

if (import.meta.main) process.exitCode = (await staticChecks()).length === 0 ? 0 : 1
