// The published command as a whole process: how long it takes, how fast it writes, how much memory it holds.

import { spawn, spawnSync } from 'node:child_process'

export interface Asked {
  readonly bin: string
  readonly args: readonly string[]
  /** Where the command keeps what is compiled. */
  readonly cache: string
}

export interface Ran {
  readonly ms: number
  readonly cpuMs: number
  readonly peakBytes: number
}

// Said on a descriptor of its own when the process ends.
const said = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  require('node:fs').writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: maxRSS * 1024 }))
})`
const preload = `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('/'); ${said}`)}`

/** One run, its output discarded. */
export function ranOnce({ bin, args, cache }: Asked): Ran {
  const since = performance.now()
  const { status, output } = spawnSync(process.execPath, ['--import', preload, bin, ...args], {
    env: { ...process.env, XDG_CACHE_HOME: cache },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    maxBuffer: 2 ** 20,
  })
  const ms = performance.now() - since
  if (status !== 0) throw new Error(`${bin} ${args.join(' ')} ended with ${status}`)
  return { ms, ...(JSON.parse(String(output[3])) as Omit<Ran, 'ms'>) }
}

export interface Streamed {
  readonly bytes: number
  /** From the first piece of its output to the last. */
  readonly ms: number
}

/** One run, its output read through a pipe. */
export function streamedOnce({ bin, args, cache }: Asked): Promise<Streamed> {
  const { promise, resolve, reject } = Promise.withResolvers<Streamed>()
  const env = { ...process.env, XDG_CACHE_HOME: cache }
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let bytes = 0
  let since = 0
  let last = 0
  child.stdout.on('data', (piece: Uint8Array) => {
    last = performance.now()
    if (bytes === 0) since = last
    bytes += piece.length
  })
  child.on('error', reject)
  child.on('close', () => resolve({ bytes, ms: last - since }))
  return promise
}
