// The files of a commit in a folder of their own outside the repository, which nobody else can read, and which goes away.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { Refusal } from '../refusal.ts'
import { count } from '../text/count.ts'
import { catFile, type TreeEntry, treeOf } from './git.ts'

export interface Checkout {
  readonly folder: string
  /** What of the commit is not in the folder. */
  readonly notes: readonly string[]
}

const mostFileBytes = 64 * 2 ** 20

/** Runs something on the files of a commit; they are gone when it ends, also where it is interrupted. */
export async function withCheckout<T>(
  commit: string,
  { root, doing }: { root: string; doing: string },
  run: (checkout: Checkout) => Promise<T>,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-against-')))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const stop = (signal: NodeJS.Signals) => {
    remove()
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
    process.kill(process.pid, signal)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    return await run({ folder, notes: await unpack(folder, treeOf(commit, { root, doing }), { root, doing }) })
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
    remove()
  }
}

async function unpack(
  folder: string,
  tree: readonly TreeEntry[],
  { root, doing }: { root: string; doing: string },
): Promise<readonly string[]> {
  // The repository ends here, as it does there.
  mkdirSync(join(folder, '.git'))
  const left = { submodules: 0, large: 0, stored: 0 }
  const links: { target: string; at: string }[] = []
  const files = tree.filter(({ mode, type, sizeBytes }) => {
    if (type === 'commit') left.submodules += 1
    else if (mode !== '120000' && sizeBytes > mostFileBytes) left.large += 1
    return type === 'blob' && sizeBytes <= mostFileBytes
  })
  await eachBlob(root, files, doing, ({ mode, path }, bytes) => {
    const target = join(folder, path)
    // git writes no such path itself; a tree that was made by hand may hold one.
    if (!target.startsWith(folder + sep) || path.split('/').includes('.git')) return
    mkdirSync(dirname(target), { recursive: true })
    if (mode === '120000') links.push({ target: bytes.toString(), at: target })
    else {
      if (bytes.subarray(0, lfs.length).equals(lfs)) left.stored += 1
      writeFileSync(target, bytes, { flag: 'wx', mode: 0o600 })
    }
  })
  // As git would leave them, and last: nothing is written through a link.
  for (const { target, at } of links) symlinkSync(target, at)
  return [
    ...(left.submodules > 0 ? [`${count(left.submodules, 'submodule')}`] : []),
    ...(left.large > 0 ? [`${count(left.large, 'file')} larger than ${mostFileBytes / 2 ** 20} MiB`] : []),
    ...(left.stored > 0 ? [`the contents of ${count(left.stored, 'file')} in Git LFS`] : []),
  ]
}

const lfs = Buffer.from('version https://git-lfs.github.com/spec/')

// One process answers for all: the headers come in the order of the questions.
async function eachBlob(
  root: string,
  entries: readonly TreeEntry[],
  doing: string,
  take: (entry: TreeEntry, bytes: Buffer) => void,
): Promise<void> {
  if (entries.length === 0) return
  const child = catFile(root)
  child.stdin?.on('error', () => {})
  child.stdin?.end(entries.map(({ object }) => `${object}\n`).join(''))
  let held = Buffer.alloc(0)
  let next = 0
  for await (const chunk of child.stdout ?? []) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (;;) {
      const entry = entries[next]
      const end = held.indexOf(10)
      const size = end < 0 ? Number.NaN : Number(held.subarray(0, end).toString().split(' ')[2])
      if (!entry || Number.isNaN(size) || held.length < end + size + 2) break
      take(entry, held.subarray(end + 1, end + 1 + size))
      held = held.subarray(end + size + 2)
      next += 1
    }
  }
  if (next < entries.length)
    throw new Refusal(`git gave ${next} of ${entries.length} files`, {
      doing,
      next: 'git fsck, or fetch what is missing',
    })
}
