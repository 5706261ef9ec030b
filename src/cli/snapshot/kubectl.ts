// One run of kubectl: its words are an argument list, never a shell's; what it prints is bounded.

import { spawn } from 'node:child_process'
import { Refusal } from '../refusal.ts'

const LARGEST_BYTES = 2 ** 30

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs kubectl with a cache folder of its own, so that a snapshot leaves nothing behind on this machine either. */
export function kubectl(command: readonly string[], cacheFolder: string, signal: AbortSignal): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('kubectl', [...command, '--cache-dir', cacheFolder], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    const [out, err] = [collected(child.stdout), collected(child.stderr)]
    const tooLarge = () => {
      if (out.bytes() + err.bytes() > LARGEST_BYTES) child.kill('SIGKILL')
    }
    child.stdout.on('data', tooLarge)
    child.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? notFound() : error))
    child.on('close', (code) => resolve({ code, out: out.text(), err: err.text() }))
  })
}

function collected(stream: NodeJS.ReadableStream) {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
  })
  return { bytes: () => size, text: () => Buffer.concat(chunks).toString('utf8') }
}

function notFound(): Refusal {
  return new Refusal('kubectl is not on the PATH', {
    doing: 'take a snapshot',
    next: 'install kubectl, or see what would be run: seaworthy snapshot --context NAME --print-commands',
  })
}
