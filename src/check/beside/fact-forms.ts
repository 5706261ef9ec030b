// What a fact says, by its word, and what stands beside it.

import {
  apiGroup,
  count,
  dnsLabel,
  duration,
  durationRange,
  either,
  type Fields,
  list,
  need,
  oneOf,
  port,
  portName,
  record,
  size,
  text,
} from '../../platform/schema.ts'
import { citation, selection } from './forms.ts'

const span = either(duration, durationRange)

const place = record('{ outside: offsite bucket }, or { claim: PersistentVolumeClaim/shop/copies }', {
  outside: text,
  claim: text,
})

/** What each fact says, by its word. */
export const factForms = {
  backsUp: record('copies of its state', {
    name: need(text, 'what the copies are called'),
    by: need(text, 'what takes them: a CronJob among the files, or a name'),
    every: duration,
    takes: span,
    size,
    keep: count(1),
    to: need(place, 'where they lie'),
    restores: span,
  }),
  bound: oneOf('node', 'zone', 'cluster'),
  calls: record('a Service that it calls, { to: Service/shop/orders, port: http }', {
    to: need(text, 'the Service'),
    port: either(port, text),
  }),
  elects: dnsLabel,
  metered: record('where its metrics are, { port: metrics }', {
    port: need(portName, 'the port that answers with metrics'),
    path: { kind: 'path' },
    names: list(text),
  }),
  replicates: record('how its members follow each other', {
    mode: need(oneOf('none', 'asynchronous', 'synchronous', 'consensus'), ''),
    failover: need(oneOf('none', 'manual', 'automatic'), ''),
    promotes: span,
    lag: duration,
  }),
  starts: span,
  usesApi: list(
    record('what it asks of the Kubernetes API, { resources: [pods], verbs: [list] }', {
      groups: list(apiGroup),
      resources: need(list(text, 1), 'what it asks for'),
      names: list(text),
      verbs: need(list(text, 1), 'what it does'),
    }),
    1,
  ),
} satisfies Fields

export const factWords = Object.keys(factForms) as readonly (keyof typeof factForms)[]

/** What stands beside the fact itself. */
export const factFields: Fields = {
  of: need(either(text, list(either(text, selection), 1)), 'the workload that it is about'),
  in: text,
  guessed: text,
  stated: citation,
}

/** A guess about where volumes lie decides too much: somebody says it, or nobody. */
export const classFields: Fields = {
  of: need(text, 'the StorageClass'),
  in: text,
  stated: citation,
  bound: factForms.bound,
}
