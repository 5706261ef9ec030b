// What an entry names, as the values that the platform's constructors take.

import { corruption, hang, loss } from '../../platform/language/failure.ts'
import type { At } from '../../platform/model.ts'
import { counted, type PromiseWord, subjects } from './forms.ts'
import type { Found } from './found.ts'
import type { Named, Place } from './index-of.ts'
import { journeyValue, measureValue, metricValue, placeValue, portValue, workloadValue } from './stand-ins.ts'

export interface Written {
  readonly [field: string]: unknown
}

interface Around {
  readonly found: Found
  /** The place that `in:` says. */
  readonly said: Place | undefined
  readonly at: At
}

type Values = { readonly [option: string]: unknown }

/** Names replaced by values; undefined where one of them is not there. */
export function valuesOf(word: PromiseWord, written: Written, around: Around): Values | undefined {
  const { found, at } = around
  switch (word) {
    case 'availability':
    case 'confines':
    case 'audits':
    case 'fits':
    case 'hardened':
    case 'protects':
    case 'onlyCalls':
    case 'resolves': {
      const place = found.place(written[word], word)
      return place && { in: placeValue(place, at) }
    }
    case 'carries': {
      const path = found.workloads(written.path as readonly unknown[], 'path')
      const journey = path && journeyValue(`${written.carries}`, path, at)
      return journey && placed(path, around, { journey })
    }
    case 'accounts':
    case 'images':
    case 'secrets':
      return confined(word, written, around)
    case 'sharesLabel':
      return labelled(written, around)
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

type OfOne = Extract<
  PromiseWord,
  | 'drained'
  | 'balances'
  | 'grows'
  | 'operated'
  | 'prepares'
  | 'reachedOnlyBy'
  | 'recovers'
  | 'retains'
  | 'rolls'
  | 'scrapes'
  | 'stands'
>

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

function confined(word: 'accounts' | 'images' | 'secrets', written: Written, around: Around): Values | undefined {
  const values = { are: written[word] }
  if (written.of === undefined) return placed([], around, values)
  const of = around.found.place(written.of, 'of')
  return of && placed([], around, { ...values, of: placeValue(of, around.at) })
}

function labelled({ sharesLabel: key, among }: Written, { found, at }: Around): Values | undefined {
  const places = (among as readonly unknown[]).map((one, index) => found.place(one, `among[${index}]`))
  if (places.some((place) => place === undefined)) return undefined
  return { key, among: places.flatMap((place) => (place ? [placeValue(place, at)] : [])) }
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
  if (written === 'hang') return hang
  return written === 'corruption' ? corruption : loss[written as keyof typeof loss]
}
