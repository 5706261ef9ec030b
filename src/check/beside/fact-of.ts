// One fact of a file: what somebody declares about workloads that their manifests cannot carry.

import type { ApiRule, Estate, Fact, FactOf, Source, Standing } from '../../estate/estate.ts'
import { given } from '../../estate/given.ts'
import { nearest } from '../../platform/nearest.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { validateFields } from '../../platform/validate.ts'
import { type BackupWritten, backupOf } from './backup-of.ts'
import { type CallWritten, targetsOf } from './calls-of.ts'
import { factFields, factForms, factWords } from './fact-forms.ts'
import { statedOf } from './forms.ts'
import type { Found } from './found.ts'
import type { Named } from './index-of.ts'

interface Written {
  readonly of: unknown
  readonly in?: unknown
  readonly guessed?: string
  readonly stated?: unknown
  readonly backsUp?: BackupWritten
  readonly replicates?: Pick<FactOf<'replicates'>, 'mode' | 'failover'> & {
    readonly promotes?: unknown
    readonly lag?: unknown
  }
  readonly calls?: CallWritten
  readonly elects?: string
  readonly starts?: unknown
  readonly usesApi?: readonly Partial<ApiRule>[]
  readonly metered?: { readonly port: string; readonly path?: string; readonly names?: readonly string[] }
}

/** What it says of each workload, with its cluster; empty where something is wrong, which is said. */
export function factsOf(
  entry: object,
  found: Found,
  estates: readonly Estate[],
): readonly { readonly cluster: string; readonly fact: Fact }[] {
  const words = factWords.filter((word) => Object.hasOwn(entry, word))
  if (words.length !== 1) return notOne(words, entry, found)
  let isSound = true
  validateFields({ ...factFields, ...factForms }, entry, '', (wrong) => {
    isSound = false
    found.say(wrong)
  })
  if (!isSound) return []
  const written = entry as Written
  const place = written.in === undefined ? undefined : found.place(written.in, 'in')
  if (written.in !== undefined && !place) return []
  const here = place ? found.on(place.cluster) : found
  const named = Array.isArray(written.of)
    ? here.workloads(written.of, 'of')
    : [here.workload(written.of, 'of')].filter((one) => one !== undefined)
  const [first] = named ?? []
  if (!named || !first) return []
  const stated = statedOf(written.stated)
  const source = { at: found.at, ...(stated && { stated }) }
  if (written.elects !== undefined) return elected(written.elects, named, baseOf(first, written, source), found)
  return named.flatMap((one) => {
    const estate = estates.find(({ cluster }) => cluster === one.cluster)
    const base = baseOf(one, written, source)
    if (estate && written.calls) return calling(written.calls, one, base, { estate, found })
    const fact = estate && factOf(written, one, base, { estate, found })
    return fact ? [{ cluster: one.cluster, fact }] : []
  })
}

function notOne(words: readonly string[], entry: object, found: Found): readonly [] {
  const other = Object.keys(entry).find((key) => !Object.hasOwn(factFields, key))
  const didYouMean = words.length === 0 && other !== undefined ? nearest(other, factWords) : undefined
  found.say({
    path: '',
    found: `${words.length} facts`,
    allowed: `one of ${factWords.join(', ')}`,
    ...(didYouMean !== undefined && { didYouMean }),
  })
  return []
}

interface Base {
  readonly component: string
  readonly environment: string
  readonly standing: Standing
  readonly source: Source
}

function baseOf({ title, environment }: Named, { guessed }: Written, source: Source): Base {
  const standing: Standing = guessed === undefined ? { is: 'declared' } : { is: 'guessed', from: guessed }
  return { component: title, environment, standing, source }
}

interface Around {
  readonly estate: Estate
  readonly found: Found
}

function calling(written: CallWritten, { ref: from, cluster }: Named, base: Base, { estate, found }: Around) {
  const targets = targetsOf(written, estate, found) ?? []
  return targets.map((to) => ({ cluster, fact: { ...base, trait: 'calls', from, to } as const }))
}

function elected(name: string, named: readonly Named[], base: Base, found: Found) {
  const [first] = named
  const other = named.find(({ cluster }) => cluster !== first?.cluster)
  if (!first || other) {
    found.say({
      path: 'of',
      found: `voters in ${first?.cluster} and ${other?.cluster}`,
      allowed: 'those of one cluster',
    })
    return []
  }
  const voters = named.map(({ ref }) => ref).sort()
  return [{ cluster: first.cluster, fact: { ...base, trait: 'elects', name, voters } as const }]
}

function factOf(
  written: Written,
  { ref: of, cluster }: Named,
  base: Base,
  { estate, found }: Around,
): Fact | undefined {
  const { backsUp, replicates, starts, metered, usesApi } = written
  if (backsUp) {
    const backup = backupOf(backsUp, { estate, found, cluster })
    if (!backup) return undefined
    // That a job takes copies is shown; that they are copies of this is guessed.
    const standing =
      backup.by && base.standing.is === 'declared' ? { is: 'carried' as const, by: backup.by } : base.standing
    return { ...base, standing, trait: 'backsUp', of, ...backup.fact }
  }
  if (replicates)
    return given<FactOf<'replicates'>>({
      ...base,
      trait: 'replicates',
      of,
      mode: replicates.mode,
      failover: replicates.failover,
      promotesSeconds: rangeSeconds(replicates.promotes),
      lagSeconds: secondsOf(replicates.lag),
    })
  if (metered) {
    const { port, path = '/metrics', names = [] } = metered
    return { ...base, trait: 'metered', of, port, path, metrics: [...names].sort() }
  }
  if (usesApi) {
    const rules = usesApi.map(({ groups = [''], resources = [], names = [], verbs = [] }) => {
      return {
        groups: [...groups].sort(),
        resources: [...resources].sort(),
        names: [...names].sort(),
        verbs: [...verbs].sort(),
      }
    })
    return { ...base, trait: 'usesApi', of, rules }
  }
  const takesSeconds = rangeSeconds(starts)
  return takesSeconds && { ...base, trait: 'starts', of, takesSeconds }
}
