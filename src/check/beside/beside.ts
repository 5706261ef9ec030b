// Promises and facts that a file beside manifests says about their objects, in the words of the platform language.

import type { Estate, Fact } from '../../estate/estate.ts'
import type { ReadManifest } from '../../kubernetes/read.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import type { Problem } from '../../platform/problem.ts'
import { repeatedKeys } from '../../platform/whole/ids.ts'
import { classesSaid, isOfClass, withClasses } from './class-of.ts'
import { contentOf, type Entry } from './content-of.ts'
import { factsOf } from './fact-of.ts'
import { foundIn } from './found.ts'
import { indexOf } from './index-of.ts'
import { proceduresOf } from './procedures-of.ts'
import { promiseOf } from './promise-of.ts'

export interface Beside {
  /** The estates with what the files declare about them. */
  readonly estates: readonly Estate[]
  readonly promises: readonly PlatformPromise[]
  readonly problems: readonly Problem[]
}

/** What files of `apiVersion: seaworthy/v1` and `kind: Promises` say about the estates; every problem is told. */
export function withBeside(estates: readonly Estate[], files: readonly ReadManifest[]): Beside {
  const index = indexOf(estates)
  const problems: Problem[] = []
  const clusters = new Set(estates.map(({ cluster }) => cluster))
  const contents = files.map((file) => {
    const content = contentOf(file, problems, clusters)
    const foundFor = ({ of, at, lineOf }: Pick<Entry, 'of' | 'at' | 'lineOf'>) =>
      foundIn(index, { cluster: content.cluster, of, at, lineOf, problems })
    return { ...content, foundFor }
  })
  // Where volumes lie decides what the copies on them are worth.
  const bound = withClasses(
    estates,
    contents.flatMap(({ entries, foundFor }) =>
      entries.filter(isOfClass).flatMap((entry) => classesSaid(entry.value, foundFor(entry), estates)),
    ),
  )
  const facts = new Map<string, Fact[]>()
  const promises: PlatformPromise[] = []
  for (const { entries, procedures, foundFor } of contents) {
    const steps = proceduresOf(procedures.value, (name) => foundFor(procedures.entry(name)))
    for (const entry of entries.filter((one) => !isOfClass(one)))
      if (entry.of === 'facts') {
        for (const { cluster, fact } of factsOf(entry.value, foundFor(entry), bound))
          facts.set(cluster, [...(facts.get(cluster) ?? []), fact])
      } else addPromise(promiseOf(entry.value, foundFor(entry), steps), promises)
  }
  problems.push(...repeatedKeys(promises))
  return { estates: bound.map((estate) => withFacts(estate, facts.get(estate.cluster))), promises, problems }
}

function withFacts(estate: Estate, more: readonly Fact[] | undefined): Estate {
  if (!more) return estate
  // What is declared needs no guess.
  const said = new Set(more.flatMap(callKey))
  const others = estate.facts.filter(
    (fact) => fact.standing.is !== 'guessed' || !callKey(fact).some((key) => said.has(key)),
  )
  return { ...estate, facts: [...others, ...more] }
}

function callKey(fact: Fact): readonly string[] {
  if (fact.trait !== 'calls' || fact.to.is !== 'workload') return []
  const { workload, port, protocol } = fact.to
  return [`${fact.from} ${workload} ${protocol} ${port}`]
}

function addPromise(made: PlatformPromise | undefined, promises: PlatformPromise[]): void {
  if (made) promises.push(made)
}
