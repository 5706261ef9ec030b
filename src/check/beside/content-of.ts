// The lists of a file of promises, entry by entry, each with its lines.

import type { ReadManifest } from '../../kubernetes/read.ts'
import { nearest } from '../../platform/nearest.ts'
import type { Problem } from '../../platform/problem.ts'
import { isPlainObject } from '../../platform/validate.ts'
import { foundWords } from '../../platform/words.ts'
import { factWords } from './fact-forms.ts'
import { promiseWords } from './forms.ts'

export interface Entry {
  readonly of: 'facts' | 'promises' | 'procedures'
  readonly value: object
  readonly at: ReadManifest['at']
  readonly lineOf: ReadManifest['lineOf']
}

interface Content {
  readonly cluster: string | undefined
  readonly entries: readonly Entry[]
  readonly procedures: { readonly value: unknown; readonly entry: (name: string) => Omit<Entry, 'value'> }
}

const words = ['cluster', 'facts', 'procedures', 'promises']
const own = ['apiVersion', 'kind', 'metadata', '$schema']

export function contentOf(file: ReadManifest, problems: Problem[], clusters: ReadonlySet<string>): Content {
  const { at, lineOf } = file
  const manifest = file.manifest as unknown as Record<string, unknown>
  const say: SayAt = (path, found, allowed, didYouMean) => {
    const place = { ...at, ...lineOf(path) }
    problems.push({
      of: 'Promises',
      path: path.join('.'),
      at: place,
      found,
      allowed,
      ...(didYouMean && { didYouMean }),
    })
  }
  for (const name of Object.keys(manifest))
    if (!own.includes(name) && !words.includes(name))
      say([name], 'a word that is not known', words.join(', '), nearest(name, words))
  const { cluster, procedures } = manifest
  if (cluster !== undefined && (typeof cluster !== 'string' || !clusters.has(cluster))) {
    const known = [...clusters].sort()
    const near = typeof cluster === 'string' ? nearest(cluster, known) : undefined
    say(['cluster'], foundWords(cluster), `a cluster of the files: ${known.join(', ')}`, near)
  }
  if (procedures !== undefined && procedures !== null && !isPlainObject(procedures))
    say(['procedures'], foundWords(procedures), 'procedures by name, { restore: { steps: [ … ] } }')
  const entry = (of: Entry['of'], key: string | number) => ({
    of,
    at: { ...at, ...lineOf([of, key]) },
    lineOf: (path: readonly (string | number)[]) => lineOf([of, key, ...path]),
  })
  return {
    cluster: typeof cluster === 'string' ? cluster : undefined,
    entries: (['facts', 'promises'] as const).flatMap((of) =>
      listOf(of, manifest[of], say).map(({ value, i }) => ({ ...entry(of, i), value })),
    ),
    procedures: { value: procedures, entry: (name) => entry('procedures', name) },
  }
}

type SayAt = (path: (string | number)[], found: string, allowed: string, didYouMean?: string) => void

function listOf(of: 'facts' | 'promises', list: unknown, say: SayAt): readonly { value: object; i: number }[] {
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) {
    say([of], foundWords(list), 'a list')
    return []
  }
  return list.flatMap((value, i) => {
    if (isPlainObject(value)) return [{ value, i }]
    say([of, i], foundWords(value), `an entry with one of ${(of === 'facts' ? factWords : promiseWords).join(', ')}`)
    return []
  })
}
