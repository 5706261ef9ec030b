// A prepared call, answered from what was kept, else by the tool.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { type KeptRenderings, renderingsIn } from './kept-renderings.ts'
import type { Prepared } from './prepared.ts'
import { runTool } from './run-tool.ts'
import { findTool, type Tool } from './tool.ts'

export interface Calling {
  readonly disk: Disk
  readonly kept: KeptRenderings
  /** A folder of renderings that stands beside the files, `--rendered`. */
  readonly beside?: string
  /** Told of each call that a tool answers. */
  readonly tell?: (name: string) => void
}

export type CallAnswer =
  | { readonly text: string; readonly key: string; readonly by?: string }
  | { readonly fault: string; readonly next: string }

const installs = {
  helm: 'install helm 3.8 or later (https://helm.sh/docs/intro/install), or name a folder of renderings: --rendered DIR',
  kustomize: 'install kustomize 5 or kubectl, or name a folder of renderings: --rendered DIR',
}

export function callerOf({ disk, kept, beside, tell }: Calling) {
  const tools = new Map<string, Promise<Tool | undefined>>()
  const toolOf = (name: Prepared['tool']) => {
    const known = tools.get(name) ?? findTool(name, kept)
    tools.set(name, known)
    return known
  }
  const turn = turns(availableParallelism() * 2)
  const written = renderingsIn(beside)
  return async (name: string, prepared: Prepared): Promise<CallAnswer> => {
    const key = keyOf(prepared, disk)
    const found = written.get(name, key)
    if (found !== undefined) return { text: found, key }
    const tool = await toolOf(prepared.tool)
    if (!tool) return { fault: `${prepared.tool} is not on the PATH`, next: installs[prepared.tool] }
    const known = kept.get(`${tool.version}\n${key}`)
    if (known !== undefined) return { text: known, key, by: tool.version }
    tell?.(name)
    const answer = await turn(() => call(prepared, tool, disk))
    if ('fault' in answer) {
      return {
        fault: `${prepared.tool} refuses it: ${answer.fault}`,
        next: `correct what it names (${prepared.tool} ${prepared.args.slice(0, 3).join(' ')})`,
      }
    }
    kept.put(`${tool.version}\n${key}`, answer.text)
    return { text: answer.text, key, by: tool.version }
  }
}

/** Everything that may change the answer, the version of the tool aside. */
function keyOf({ tool, args, files, made, links }: Prepared, disk: Disk): string {
  return JSON.stringify({ tool, args, files: files.map((file) => [file, disk.digestOf(file)]), made, links })
}

async function call({ args, files, made, links }: Prepared, { path, first }: Tool, disk: Disk) {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-'))
  try {
    disk.copy(files, folder)
    for (const { from, to } of links)
      for (const file of files.filter((one) => one.startsWith(`${from}/`)))
        write(join(folder, to, file.slice(from.length + 1)), disk.bytesOf(file) ?? '')
    for (const [file, text] of made) write(join(folder, file), text)
    // `kubectl kustomize DIR` has no word build.
    return await runTool({ path, args: first.length > 0 ? [...first, ...args.slice(1)] : args, folder })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** At most so many at once, the others in the order in which they came. */
function turns(most: number) {
  let free = most
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
