// What writing a tree would do to a folder, file by file. Nothing is written here.

import type { RenderedFile } from '../../render/renderer.ts'
import { digestOf, type Lock } from './lock-file.ts'

export interface Change {
  readonly path: string
  /** `kept`: changed by people since it was rendered, or never rendered; written only where that is asked for. */
  readonly is: 'new' | 'changed' | 'removed' | 'same' | 'kept'
  /** Undefined where there is none. */
  readonly was?: string
  readonly willBe?: string
}

/** The text of a file of the folder; undefined where there is none. */
export type TextAt = (path: string) => string | undefined

/** Sorted by path; `isForced`: what people changed is written over, and removed, too. */
export function changesTo(
  files: readonly RenderedFile[],
  { textAt, lock, isForced }: { textAt: TextAt; lock: Lock; isForced: boolean },
): readonly Change[] {
  const rendered = new Map(files.map(({ path, text }) => [path, text]))
  const paths = [...new Set([...rendered.keys(), ...lock.keys()])].sort()
  return paths.flatMap((path): readonly Change[] => {
    const was = textAt(path)
    const willBe = rendered.get(path)
    if (was === undefined) return willBe === undefined ? [] : [{ path, is: 'new', willBe }]
    if (was === willBe) return [{ path, is: 'same', was, willBe }]
    const isOurs = isForced || lock.get(path) === digestOf(was)
    if (willBe === undefined) return [{ path, is: isOurs ? 'removed' : 'kept', was }]
    return [{ path, is: isOurs ? 'changed' : 'kept', was, willBe }]
  })
}
