// Takes a snapshot, writes it whole or not at all, and says what is in it and what is not.

import { link, open, rm, stat } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { write } from '../write.ts'
import type { Target } from './commands.ts'
import { snapshotText } from './snapshot-text.ts'
import { type Taken, take } from './take.ts'

export interface Where {
  readonly out: string
  readonly redact: boolean
}

/** Answers with the exit code: 2 where something could not be read. */
export async function writeSnapshot(target: Target, { out, redact }: Where): Promise<number> {
  if (await exists(out)) throw isThere(out)
  const takenAt = `${new Date().toISOString().slice(0, 19)}Z`
  const taken = await take(target, { told: progress, signal: new AbortController().signal })
  const { context, namespaces } = target
  await writeNew(out, snapshotText(taken, { context, takenAt, namespaces, redact }))
  await write(said(taken, { target, out }).map(clean).join('\n').concat('\n'))
  return taken.notAllowed.length > 0 ? 2 : 0
}

function progress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done < all ? `reading ${done} of ${all}` : ''.padEnd(20)}\r`)
}

function said({ server, objects, read, notAllowed }: Taken, { target, out }: { target: Target; out: string }) {
  const kinds = read.filter(({ objects }) => objects > 0).length
  const missing = notAllowed.map(({ resource }) => resource)
  return [
    `${out}: ${count(objects.length, 'object')} of ${count(kinds, 'kind')}, Kubernetes ${server.gitVersion}`,
    'Secrets were not asked for; of ConfigMaps the keys alone were kept',
    ...(missing.length > 0
      ? [
          `not allowed to read: ${missing.join(', ')}`,
          `next: what depends on them stays unknown; let the identity of ${target.context} list them, or name what it may read with --namespace`,
        ]
      : []),
    `next: seaworthy check ${out}; beside the files that are deployed there: seaworthy check ./k8s --live ${out}`,
  ]
}

// Complete under another name first, then in its place unless something came to stand there.
async function writeNew(path: string, text: string): Promise<void> {
  const fresh = `${path}.${process.pid}.part`
  try {
    const file = await open(fresh, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await link(fresh, path)
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? isThere(path) : notWritten(path, error)
  } finally {
    await rm(fresh, { force: true })
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

function isThere(path: string): Refusal {
  return new Refusal(`${path} is there already`, {
    doing: 'write the snapshot',
    next: 'name another file with --out, or remove that one',
  })
}

function notWritten(path: string, error: unknown): Refusal {
  return new Refusal(`${path} cannot be written (${codeOf(error)})`, {
    doing: 'write the snapshot',
    next: 'name a file that can be, with --out',
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
