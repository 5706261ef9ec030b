// What is found of a container that is to start as some user, in words.

import { type Perhaps, perhapsRows } from '../admission/mutated.ts'
import type { Words } from '../verdict.ts'

interface Container extends Perhaps {
  readonly container: string
  readonly image: string
  /** Where it is written what is known of the image. */
  readonly known?: string
}

export type StartParts = {
  user: Container & {
    readonly user?: number
    readonly known?: string
    readonly starts?: number
    readonly serves?: number
  }
  stepsDown: Container & { readonly lacks: readonly string[]; readonly serves: number }
  writes: Container & { readonly paths: readonly string[] }
}

export function userWords(
  { container, image, user, starts, serves, known, ...may }: StartParts['user'],
  truth: boolean | undefined,
): Words {
  const from: Words['rows'] = known === undefined ? [] : [[image, known]]
  const line =
    user !== undefined
      ? user === 0
        ? `${container} must not run as root (runAsNonRoot) and is told to (runAsUser: 0): the kubelet never creates it`
        : `${container} runs as user ${user}, which is not root`
      : starts === undefined
        ? `${container} must not run as root, and says no user: the image has to name one by number`
        : starts === 0
          ? `${container} must not run as root, no runAsUser is said, and ${image} starts as root: the kubelet never creates it (it serves as ${serves} only later)`
          : `${container} must not run as root, and ${image} starts as user ${starts}`
  return { line: truth === undefined ? `${line}, as it is written` : line, rows: [...from, ...perhapsRows(may)] }
}

export function stepsDownWords({
  container,
  image,
  lacks,
  serves,
  known = '',
  ...may
}: StartParts['stepsDown']): Words {
  const line =
    lacks.length === 0
      ? `${container} starts as root and keeps what ${image} needs to become user ${serves}`
      : `${container} starts as root and drops ${lacks.join(' and ')}, without which ${image} cannot become user ${serves}: it ends at once`
  return { line, rows: [[image, known], ...perhapsRows(may)] }
}

export function writesWords({ container, image, paths, known = '', ...may }: StartParts['writes']): Words {
  const line =
    paths.length === 0
      ? `what ${image} writes to lies on volumes`
      : `the root filesystem of ${container} is read-only, and ${image} writes to ${paths.join(' and ')} as it starts: it ends at once`
  return { line, rows: [[image, known], ...perhapsRows(may)] }
}
