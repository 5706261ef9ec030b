// Promises and facts that a file beside manifests says about their objects, in the words of the platform language.

import type { Estate, Fact } from '../../estate/estate.ts'
import type { ReadManifest } from '../../kubernetes/read.ts'
import { makingOf } from '../../platform/made.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { nearest } from '../../platform/nearest.ts'
import type { Problem } from '../../platform/problem.ts'
import { factOf, factWords } from './fact-of.ts'
import { type Found, foundIn } from './named.ts'
import { promiseOf, promiseWords } from './promise-of.ts'

export interface Beside {
  /** The estates with what the file declares about them. */
  readonly estates: readonly Estate[]
  readonly promises: readonly PlatformPromise[]
  readonly problems: readonly Problem[]
}

/** What files of `apiVersion: seaworthy/v1` and `kind: Promises` say about the estates; every problem is told. */
export function withBeside(estates: readonly Estate[], files: readonly ReadManifest[]): Beside {
  const problems: Problem[] = []
  const facts = new Map<string, Fact[]>()
  const promises: PlatformPromise[] = []
  for (const file of files) {
    const { cluster, entries } = contentOf(file, problems)
    for (const { list, value, at } of entries) {
      const found = foundIn(estates, { cluster, of: list, at, problems })
      if (list === 'facts') addFact(value, found, facts)
      else addPromise(value, found, promises)
    }
  }
  return { estates: estates.map((estate) => withFacts(estate, facts.get(estate.cluster))), promises, problems }
}

function withFacts(estate: Estate, more: readonly Fact[] | undefined): Estate {
  return more ? { ...estate, facts: [...estate.facts, ...more] } : estate
}

function addFact(value: object, found: Found, facts: Map<string, Fact[]>): void {
  const made = factOf(value, found)
  if (made) facts.set(made.cluster, [...(facts.get(made.cluster) ?? []), made.fact])
}

function addPromise(value: object, found: Found, promises: PlatformPromise[]): void {
  const made = promiseOf(value, found)
  if (!made) return
  const slips = makingOf(made)?.problems ?? []
  for (const slip of slips) found.say(slip)
  if (slips.length === 0) promises.push(made)
}

type List = 'facts' | 'promises'

function contentOf({ manifest, at, lineOf }: ReadManifest, problems: Problem[]) {
  const { apiVersion: _, kind: __, metadata: ___, cluster, ...lists } = manifest as unknown as Record<string, unknown>
  const say = (path: (string | number)[], found: string, allowed: string, didYouMean?: string) =>
    problems.push({ of: 'Promises', path: path.join('.'), at: { ...at, ...lineOf(path) }, found, allowed, didYouMean })
  const entries: { list: List; value: object; at: ReadManifest['at'] }[] = []
  for (const [name, list] of Object.entries(lists)) {
    if (name !== 'facts' && name !== 'promises')
      say(
        [name],
        'a word that is not known',
        'cluster, facts, promises',
        nearest(name, ['cluster', 'facts', 'promises']),
      )
    else if (!Array.isArray(list)) say([name], 'no list', 'a list')
    else
      for (const [i, value] of list.entries())
        if (typeof value === 'object' && value !== null)
          entries.push({ list: name, value, at: { ...at, ...lineOf([name, i]) } })
        else say([name, i], 'no mapping', `an entry with ${(name === 'facts' ? factWords : promiseWords).join(' or ')}`)
  }
  if (cluster !== undefined && typeof cluster !== 'string') say(['cluster'], 'no text', 'the name of a cluster')
  return { cluster: typeof cluster === 'string' ? cluster : undefined, entries }
}
