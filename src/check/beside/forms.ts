// How the promises and facts of the platform language are written in a file: objects are named instead of passed.
// The reader validates with these tables, and the JSON Schema is made of them.

import { procedureAt } from '../../platform/language/procedure.ts'
import { promiseAt } from '../../platform/language/promise.ts'
import {
  count,
  either,
  type Field,
  type Fields,
  type Kind,
  labelKey,
  labels,
  list,
  need,
  oneOf,
  portName,
  quantity,
  record,
  text,
} from '../../platform/schema.ts'
import type { Stated } from '../../platform/source.ts'

export type PromiseWord = keyof typeof promiseAt

/** The option of the language that the promise's own word stands for: `survives: node` is its failure. */
export const subjects: { readonly [word in PromiseWord]: string } = {
  availability: 'in',
  balances: 'component',
  accounts: 'are',
  audits: 'in',
  carries: 'journey',
  confines: 'in',
  connects: 'among',
  drained: 'component',
  figure: 'measure',
  fits: 'in',
  grows: 'component',
  hardened: 'in',
  onlyCalls: 'in',
  operated: 'component',
  prepares: 'store',
  protects: 'in',
  images: 'are',
  reachedOnlyBy: 'target',
  recovers: 'what',
  resolves: 'in',
  retains: 'store',
  rolls: 'component',
  scrapes: 'by',
  secrets: 'are',
  separates: 'from',
  sharesLabel: 'key',
  stands: 'component',
  stays: 'metric',
  survives: 'failure',
}

export const promiseWords = Object.keys(subjects) as readonly PromiseWord[]

/** Named in the schema, as they stand in many places. */
export const citation = record("a place in a document, { document: SLA, section: '3.1', lines: [12] }", {
  document: need(text, 'its title'),
  section: need(either(text, quantity), ''),
  lines: need(list(count(1), 1), ''),
})

export const selection = record('workloads by namespace and labels, { in: shop, labels: { tier: web } }', {
  in: need(text, 'the namespace'),
  labels,
})

const failures = ['corruption', 'pod', 'node', 'zone', 'cluster', 'store']

const failure = oneOf(...failures)

function inFile(kind: Kind): Kind {
  if (kind.kind === 'citation') return citation
  if (kind.kind === 'noun') return kind.of.includes('failure') ? failure : text
  if (kind.kind === 'either' && kind.of.some((one) => one.kind === 'noun')) return text
  if (kind.kind === 'list' && kind.of.kind === 'noun') return { ...kind, of: either(text, selection) }
  return kind
}

function asWritten(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, Field] => {
      const kind = inFile(field)
      return [name, field.needed === undefined ? kind : need(kind, field.needed)]
    }),
  )
}

/** What a figure counts of a namespace, and of a cluster. */
export const counted = {
  namespace: ['cpuRequests', 'memoryRequests', 'pods', 'storage', 'headroomCpu', 'headroomMemory'],
  cluster: ['cpu', 'memory', 'nodes', 'freeCpu', 'freeMemory'],
} as const

const needless: { readonly [word in PromiseWord]?: readonly string[] } = {
  confines: ['beside'],
  recovers: ['part', 'tested'],
  stands: ['pool'],
}

const more: { readonly [word in PromiseWord]?: Fields } = {
  carries: { path: need(list(text, 2), 'who calls whom, from the first to the last') },
  figure: {
    figure: need(oneOf(...counted.namespace, ...counted.cluster), 'what is counted'),
    of: need(text, 'the namespace, or the cluster, that is counted'),
  },
  reachedOnlyBy: { port: portName },
  recovers: { from: need(failure, 'what it recovers from') },
  survives: { survives: need(oneOf(...failures, 'hang'), whatIsMeant('failure')) },
  sharesLabel: { among: need(list(text, 2), 'the namespaces that share it') },
  // Manifests have no pools.
  stands: { apart: need(labelKey, 'a label that tells places apart, as kubernetes.io/hostname') },
}

function formOf(word: PromiseWord): Fields {
  const subject = subjects[word]
  // Decisions stand in no file of promises.
  const left = [subject, 'restsOn', ...(needless[word] ?? [])]
  const whole = asWritten(promiseAt[word].fields)
  const options = Object.entries(whole).filter(([name]) => !left.includes(name))
  const of = need(whole[subject] ?? text, word === subject ? '' : whatIsMeant(subject))
  return { [word]: of, ...Object.fromEntries(options), ...more[word] }
}

function whatIsMeant(subject: string): string {
  return subject === 'in' ? 'the namespace, or the cluster, that it is about' : 'what it is about'
}

/** The fields of each kind of promise. */
export const promiseForms = Object.fromEntries(promiseWords.map((word) => [word, formOf(word)])) as {
  readonly [word in PromiseWord]: Fields
}

/** A citation as the language has it: in a file a section may be a number. */
export function statedOf(written: unknown): Stated | undefined {
  if (written === undefined) return undefined
  const { document, section, lines } = written as Stated
  return { document, section: `${section}`, lines }
}

export const stepForm: Fields = { step: need(text, 'what is done'), ...asWritten(procedureAt.stepFields) }

export const procedureForm: Fields = {
  stated: citation,
  steps: need(list({ kind: 'anything' }, 1), 'what is done, in order'),
}
