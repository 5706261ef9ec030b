// One promise of a file, made by the constructor that a platform uses: rules and messages are the same.

import { corruption, loss } from '../../platform/language/failure.ts'
import { promiseAt } from '../../platform/language/promise.ts'
import { makingOf } from '../../platform/made.ts'
import type { At, PlatformPromise, Procedure } from '../../platform/model.ts'
import { nearest } from '../../platform/nearest.ts'
import { validateFields } from '../../platform/validate.ts'
import { counted, type PromiseWord, promiseForms, promiseWords, statedOf, subjects } from './forms.ts'
import type { Found } from './found.ts'
import type { Named, Place } from './index-of.ts'
import { journeyValue, measureValue, metricValue, placeValue, portValue, workloadValue } from './stand-ins.ts'

interface Written {
  readonly [field: string]: unknown
}

/** Undefined where something is wrong with it, which is said. */
export function promiseOf(
  entry: object,
  found: Found,
  procedures: ReadonlyMap<string, Procedure>,
): PlatformPromise | undefined {
  const word = promiseWords.find((one) => Object.hasOwn(entry, one))
  if (word === undefined) return noPromise(entry, found)
  const fields = Object.entries(entry)
  if (!fits(word, Object.fromEntries(fields), found)) return undefined
  const written = Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Written
  const at = { at: found.at, via: [] }
  const said = written.in === undefined ? undefined : found.place(written.in, 'in')
  if (written.in !== undefined && !said) return undefined
  const values = valuesOf(word, written, { found: said ? found.on(said.cluster) : found, said, at })
  const by = procedureOf(word, written.by, procedures, found)
  if (!values || by === false) return undefined
  const { [word]: _, in: __, port: ___, of: ____, path: _____, stated: cited, ...rest } = written
  const stated = statedOf(cited)
  const given = { ...rest, ...values, ...(by && { by }), ...(stated && { stated }) }
  const made = promiseAt[word](given, {}, at)
  const slips = makingOf(made)?.problems ?? []
  for (const slip of slips) found.say({ ...slip, path: slip.path === subjects[word] ? word : slip.path })
  return slips.length === 0 ? made : undefined
}

function noPromise(entry: object, found: Found): undefined {
  const [first = ''] = Object.keys(entry)
  const allowed = promiseWords.join(', ')
  const didYouMean = nearest(first, promiseWords)
  found.say({ path: first, found: 'no promise that a file can make', allowed, didYouMean })
  return undefined
}

function fits(word: PromiseWord, entry: object, found: Found): boolean {
  let isSound = true
  validateFields(promiseForms[word], entry, '', (wrong) => {
    isSound = false
    found.say(wrong)
  })
  return isSound
}

interface Around {
  readonly found: Found
  /** The place that `in:` says. */
  readonly said: Place | undefined
  readonly at: At
}

type Values = { readonly [option: string]: unknown }

/** Names replaced by values; undefined where one of them is not there. */
function valuesOf(word: PromiseWord, written: Written, around: Around): Values | undefined {
  const { found, at } = around
  switch (word) {
    case 'fits':
    case 'resolves': {
      const place = found.place(written[word], word)
      return place && { in: placeValue(place, at) }
    }
    case 'carries': {
      const path = found.workloads(written.path as readonly unknown[], 'path')
      const journey = path && journeyValue(`${written.carries}`, path, at)
      return journey && placed(path, around, { journey })
    }
    case 'figure':
      return measured(written, around)
    case 'separates':
      return separated(written, around)
    case 'stays':
      return placed([], around, { metric: metricValue(`${written.stays}`, at) })
    case 'survives':
      return ofSeveral('keeps', written.keeps, around, { failure: failureOf(written.survives) })
    case 'connects':
      return ofSeveral('among', written.connects, around, {})
    default:
      return ofOne(word, written, around)
  }
}

type OfOne = Extract<PromiseWord, 'reachedOnlyBy' | 'recovers' | 'rolls' | 'scrapes' | 'stands'>

function ofOne(word: OfOne, written: Written, around: Around): Values | undefined {
  const { found, said, at } = around
  const named = found.workload(written[word], word)
  if (!named) return undefined
  const component = workloadValue(named, at)
  const values = { [subjects[word]]: component }
  switch (word) {
    case 'recovers':
      return placed([named], around, { ...values, from: failureOf(written.from) })
    case 'reachedOnlyBy': {
      const by = found.workloads(written.by as readonly unknown[], 'by', 'too')
      const target = written.port === undefined ? component : portValue(component, `${written.port}`, at)
      return by && placed([named], around, { target, by: by.map((one) => workloadValue(one, at)) })
    }
    // What is scraped stands anywhere in the cluster of what scrapes.
    case 'scrapes':
      return { ...values, in: placeValue(said ?? { cluster: named.cluster }, at) }
    default:
      return placed([named], around, values)
  }
}

function ofSeveral(field: 'keeps' | 'among', written: unknown, around: Around, values: Values): Values | undefined {
  const { found, at } = around
  const path = field === 'among' ? 'connects' : field
  const named = found.workloads(written as readonly unknown[], path)
  if (!named) return undefined
  const places = [...new Set(named.map(({ environment }) => environment))]
  if (field === 'keeps' && places.length > 1) {
    const allowed = 'those of one namespace, each in its promise'
    found.say({ path, found: `workloads of ${places.join(', ')}`, allowed })
    return undefined
  }
  return placed(named, around, { ...values, [field]: named.map((one) => workloadValue(one, at)) })
}

/** With the place that it is about: the one that is said, else the one where all of them stand. */
function placed(named: readonly Named[], { found, said, at }: Around, values: Values): Values | undefined {
  const [first] = named
  if (!first) return said ? { ...values, in: placeValue(said, at) } : values
  const elsewhere = said && named.find((one) => !isIn(one, said))
  if (said && elsewhere) {
    const allowed = `${elsewhere.environment}, where ${elsewhere.ref} stands`
    found.say({ path: 'in', found: `'${said.environment ?? said.cluster}'`, allowed })
    return undefined
  }
  const other = named.find(({ cluster }) => cluster !== first.cluster)
  if (other) {
    const allowed = 'workloads of one cluster'
    found.say({ path: '', found: `${first.ref} in ${first.cluster}, ${other.ref} in ${other.cluster}`, allowed })
    return undefined
  }
  const isOne = named.every(({ environment }) => environment === first.environment)
  const place: Place = isOne ? first : { cluster: first.cluster }
  return { ...values, in: placeValue(place, at) }
}

function isIn(one: Named, { environment, cluster }: Place): boolean {
  return one.cluster === cluster && (environment === undefined || environment === one.environment)
}

function separated(written: Written, { found, at }: Around): Values | undefined {
  const ends = (['separates', 'to'] as const).map((path) => {
    if (written[path] === 'internet') return 'internet'
    const place = found.place(written[path], path)
    if (!place || place.environment !== undefined) return place && placeValue(place, at)
    found.say({ path, found: `the cluster ${place.cluster}`, allowed: 'a namespace, or internet' })
    return undefined
  })
  const [from, to] = ends
  return from && to ? { from, to } : undefined
}

function measured({ figure, of }: Written, { found, at }: Around): Values | undefined {
  const place = found.place(of, 'of')
  if (!place) return undefined
  const is = place.environment === undefined ? 'cluster' : 'namespace'
  const counts = [...counted.namespace, ...counted.cluster].find((one) => one === figure)
  if (counts && counted[is].some((one) => one === counts)) return { measure: measureValue(counts, place, at) }
  const other = is === 'cluster' ? 'namespace' : 'cluster'
  found.say({ path: 'of', found: `the ${is} ${of}`, allowed: `a ${other}: ${figure} is counted of one` })
  return undefined
}

function failureOf(written: unknown) {
  return written === 'corruption' ? corruption : loss[written as keyof typeof loss]
}

function procedureOf(
  word: PromiseWord,
  written: unknown,
  procedures: ReadonlyMap<string, Procedure>,
  { say }: Found,
): Procedure | undefined | false {
  if (written === undefined || (word !== 'survives' && word !== 'recovers')) return undefined
  const found = procedures.get(`${written}`)
  if (found) return found
  const known = [...procedures.keys()].sort()
  const allowed =
    known.length > 0 ? `one of procedures: ${known.join(', ')}` : 'a procedure of this file, under procedures:'
  const didYouMean = nearest(`${written}`, known)
  say({ path: 'by', found: `'${written}', which is not there`, allowed, ...(didYouMean && { didYouMean }) })
  return false
}
