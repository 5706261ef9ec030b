import { relabeled } from '../../src/engine/monitoring/relabel.ts'
import { scrapeJobsOf } from '../../src/estate/monitoring/scrape-job.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import { has, isJson, type ValueComparison } from '../values/comparison.ts'

/** What rules leave of the labels of a target. */
export const relabel: ValueComparison = {
  asks: 'relabel',
  says: 'rules over the labels of targets',
  cases: 20_000,
  answeredBy: 'monitoring',
  invent: (random) => ({
    rules: JSON.stringify(random.list(random.int(1, 3), () => rule(random))),
    labels: labels(random),
  }),
  wellFormed: (asked) => has('labels')(asked) && isJson(asked.rules),
  ours: ({ rules, labels: given }): Json => {
    const [job] = scrapeJobsOf({ scrape_configs: [{ job_name: 'a', relabel_configs: JSON.parse(`${rules}`) }] })
    const left = relabeled(new Map(Object.entries(given as { [label: string]: string })), job?.relabel ?? [])
    if (left.kept === undefined || [...left.labels.values()].includes(undefined)) return { unknown: true }
    if (!left.kept) return { kept: false }
    return {
      kept: true,
      labels: Object.fromEntries([...left.labels].sort(([a], [b]) => (a < b ? -1 : 1))) as JsonObject,
    }
  },
  apart: (_, theirs, ours) => {
    // What is refused as a whole is not relabeled.
    if (isObject(theirs) && theirs.refused === true) return 'that Prometheus refuses'
    return isObject(ours) && ours.unknown === true ? 'that are not told' : undefined
  },
}

const names = ['a', 'b', 'c', '__address__', 'port', '__meta_x_y', 'ab']
const texts = ['', 'x', 'y', 'true', '10.0.0.1:80', '9090', 'X-y_z', 'a;b', 'x/y']
const plain = ['(.*)', 'x', 'x|y', '.+', 'a.*', '.*b', 'true', '\\d+', '[a-z]+', '(\\w+)', '^x$']
const grouped = [
  '([^:]+)(?::\\d+)?;(\\d+)',
  '(.+);(.*)',
  '__meta_(.+)_(.+)',
  '(x)?(.*)',
  '(?:x|y);?.*',
  '([a-z])-?([a-z])?.*',
]
const hard = ['(?i)X', '(a|b)+']
const actions = [
  'replace',
  'replace',
  'keep',
  'drop',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
  'keepequal',
  'dropequal',
  'Replace',
]

function rule(random: Random): object {
  return {
    ...(random.chance(0.9) && { action: random.pick(actions) }),
    ...(random.chance(0.85) && { source_labels: random.list(random.int(1, 2), () => random.pick(names)) }),
    ...(random.chance(0.8) && { regex: random.pick([...plain, ...grouped, ...hard]) }),
    ...(random.chance(0.85) && { target_label: random.pick([...names, '$1', 'z_$1']) }),
    ...(random.chance(0.6) && {
      replacement: random.pick(['$1', '$1:$2', 'x', '', '$1-y', '$2', '$1x', '$$1', 'pre-$1', '$0', 'a$']),
    }),
    ...(random.chance(0.1) && { separator: random.pick(['', '/', ':']) }),
  }
}

function labels(random: Random): JsonObject {
  const given = names.filter(() => random.chance(0.6)).map((name) => [name, random.pick(texts)] as const)
  return Object.fromEntries(given.filter(([, text]) => text !== ''))
}
