// The jobs of a plain Prometheus file: what they find, and how they relabel it.
// Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config.

import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'

export interface RelabelRule {
  readonly action: string
  readonly sources: readonly string[]
  readonly separator: string
  readonly regex: string
  readonly target: string
  readonly replacement: string
}

export interface Discovery {
  readonly role: string
  /** undefined: all of them. */
  readonly namespaces: readonly string[] | undefined
  readonly own: boolean
  /** It selects by more than is told here. */
  readonly selects: boolean
}

export interface ScrapeJob {
  readonly name: string
  readonly kubernetes: readonly Discovery[]
  /** The other ways in which it finds targets: `http_sd_configs`. */
  readonly others: readonly string[]
  readonly relabel: readonly RelabelRule[]
  readonly path: readonly (string | number)[]
}

export function scrapeJobsOf(value: unknown): readonly ScrapeJob[] {
  const { scrape_configs: configs } = fieldsAt(value)
  if (!Array.isArray(configs)) return []
  return configs.flatMap((config: unknown, at) => fieldsIn([config]).flatMap((job) => jobOf(job, at)))
}

function jobOf(job: Fields, at: number): readonly ScrapeJob[] {
  if (typeof job.job_name !== 'string') return []
  return [
    {
      name: job.job_name,
      kubernetes: fieldsIn(job.kubernetes_sd_configs).map(discoveryOf),
      others: Object.keys(job).filter((field) => field.endsWith('_sd_configs') && field !== 'kubernetes_sd_configs'),
      relabel: fieldsIn(job.relabel_configs).map(ruleOf),
      path: ['scrape_configs', at],
    },
  ]
}

function discoveryOf(sd: Fields): Discovery {
  const namespaces = fieldsAt(sd, 'namespaces')
  const names = texts(namespaces.names)
  const own = namespaces.own_namespace === true
  return {
    role: typeof sd.role === 'string' ? sd.role.toLowerCase() : '',
    namespaces: names.length > 0 || own ? names : undefined,
    own,
    selects: sd.selectors !== undefined || sd.api_server !== undefined || sd.kubeconfig_file !== undefined,
  }
}

function ruleOf(rule: Fields): RelabelRule {
  const text = (value: unknown, otherwise: string) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : otherwise
  return {
    action: text(rule.action, 'replace').toLowerCase(),
    sources: texts(rule.source_labels),
    separator: text(rule.separator, ';'),
    regex: text(rule.regex, '(.*)'),
    target: text(rule.target_label, ''),
    replacement: text(rule.replacement, '$1'),
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}
