// A platform that was rendered and is read again, for tests: the verdicts of both must be the same.

import { declaredBy } from '../../check/declared/declared.ts'
import { runPlatform } from '../../check/run-platform.ts'
import type { Verdict } from '../../check/verdict.ts'
import { lower } from '../../estate/lower.ts'
import { readManifests } from '../../kubernetes/read.ts'
import type { Platform } from '../../platform/model.ts'
import { problemLine } from '../../platform/problem.ts'
import { worldsOf } from '../../platform/worlds.ts'
import type { RenderedFile } from '../renderer.ts'
import { kubernetes } from './kubernetes.ts'

const asOf = '2026-11-21'

/** The verdicts on a platform, and those on what is read of its files; `change` says otherwise what stands in them. */
export function judgedTwice(
  platform: Platform,
  change: (files: readonly RenderedFile[]) => readonly RenderedFile[] = (files) => files,
): { readonly declared: readonly object[]; readonly read: readonly object[] } {
  const decided = worldsOf(platform).worlds[0]?.platform ?? platform
  const estates = lower(decided)
  const { files } = kubernetes.render({ platform, estates, asOf })
  const again = readAgain(change(files))
  return {
    declared: runPlatform(platform, { asOf }).verdicts.map(saidOf),
    read: runPlatform(again.platform, { asOf, estates: again.estates }).verdicts.map(saidOf),
  }
}

/** Throws where anything in the files is not read. */
function readAgain(files: readonly RenderedFile[]) {
  const read = files.flatMap(({ path, text }) =>
    path.endsWith('/kustomization.yaml') ? [] : [readManifests(text, path)],
  )
  const manifests = read.flatMap((file) => file.manifests)
  const document = manifests.find(({ manifest }) => manifest.kind === 'Promises')
  if (!document) throw new Error('nothing declares what stands where')
  const declared = declaredBy(
    document,
    manifests.filter((one) => one !== document),
  )
  const slips = declared.problems.map((problem) => problemLine(problem))
  if (!('estates' in declared)) throw new Error(slips.join('\n'))
  const unread = [...read.flatMap(({ problems }) => problems), ...declared.unread].map(({ says }) => says)
  if (slips.length + unread.length > 0) throw new Error([...slips, ...unread].join('\n'))
  return declared
}

// Places differ, as the files do; all that is said of them does not.
function saidOf({ id, verdict, says, because, assumes, after, stated }: Verdict): object {
  const reasons = because.map(({ rule, truth, because, says, assumes, cause, stated }) => {
    return { rule, truth, because, says, assumes, cause, stated }
  })
  return plain({ id, verdict, says, because: reasons, assumes, after, stated }) as object
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/[^\s()]+\.(ts|yaml):\d+/g, 'its place')
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name, held]) => name !== 'at' && held !== undefined)
  return Object.fromEntries(entries.map(([name, held]) => [name, plain(held)]))
}
