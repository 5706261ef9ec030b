// A finding made small and neutral, step by step, each step asked again: what is left still shows it.

import type { Verdict } from '../../check/verdict.ts'
import { printManifests } from '../../kubernetes/print.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { type Rename, renamed, renamedManifests, renamesOf, withoutSecrets } from './redact.ts'
import { type Effort, fewerFields, fewerObjects } from './shrink.ts'
import { type Asked, foundIn, type Wanted } from './still.ts'

export interface Reproduction {
  readonly manifests: readonly Manifest[]
  readonly verdict: Verdict
  /** Names that stay as they are: replaced by another word, the finding would be gone. */
  readonly kept: readonly string[]
}

// A minute at most on a small machine, for an estate of some thousand objects.
const usualEffort: Effort = { runs: 3_000, objects: 400_000 }

/** undefined where the manifests alone do not show the finding. */
export function reproduction(all: readonly Manifest[], wanted: Wanted, asked: Asked): Reproduction | undefined {
  const bare = withoutSecrets(all)
  // What stands below the words may tell of more than the manifests show; then the words alone are held.
  const held = [wanted, { ...wanted, rows: undefined }].find((one) => foundIn(bare, one, asked) !== undefined)
  if (!held) return undefined
  const still = (manifests: readonly Manifest[]) => foundIn(manifests, held, asked) !== undefined
  const effort = { ...usualEffort }
  const few = fewerFields(fewerObjects(bare, still, effort), still, effort)
  const renames = renamesOf(few)
  const accepted = mostRenames(renames, (some) => {
    return foundIn(renamedManifests(few, some), renamedWanted(wanted, some), asked) !== undefined
  })
  const manifests = renamedManifests(few, accepted)
  const verdict = foundIn(manifests, renamedWanted(wanted, accepted), asked)
  if (!verdict) return undefined
  // A name that stays in one place may have been replaced as part of another.
  const text = printManifests(manifests)
  const kept = renames.filter((rename) => !accepted.includes(rename) && text.includes(rename.from))
  return { manifests, verdict, kept: kept.map(({ from }) => from) }
}

function renamedWanted({ id, verdict, rules, refused }: Wanted, renames: readonly Rename[]): Wanted {
  const inWords = (text: string) =>
    text
      .split('/')
      .map((part, at) => (at === 0 ? part : renamed(part, renames)))
      .join('/')
  return { id: inWords(id), verdict, rules, refused: refused && new Set([...refused].map(inWords)) }
}

// All at once where that goes; else by halves, so that one name that must stay keeps no other.
function mostRenames(renames: readonly Rename[], holds: (some: readonly Rename[]) => boolean): readonly Rename[] {
  let accepted: readonly Rename[] = []
  const add = (some: readonly Rename[]): void => {
    if (some.length === 0) return
    if (holds([...accepted, ...some])) accepted = [...accepted, ...some]
    else if (some.length > 1) {
      const half = Math.ceil(some.length / 2)
      add(some.slice(0, half))
      add(some.slice(half))
    }
  }
  add(renames)
  return accepted
}
