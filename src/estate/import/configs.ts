// Plain files of Prometheus and Alertmanager among the manifests, told by what stands at their top.
// Source: https://prometheus.io/docs/prometheus/latest/configuration/ (recording_rules, configuration),
// https://prometheus.io/docs/alerting/latest/configuration/.

import type { ReadOther } from '../../kubernetes/read.ts'
import type { EstateConfig } from '../estate.ts'
import { fieldsIn } from './fields.ts'

/** The document as what a monitoring tool would read; undefined where none would. */
export function configIn({ value, at, lineOf }: ReadOther): EstateConfig | undefined {
  const is = kindOfConfig(value)
  if (is === undefined) return undefined
  const { file } = at
  return {
    file,
    is,
    value,
    lineOf: (path) => {
      const place = lineOf(path)
      return place && { file, ...place }
    },
  }
}

function kindOfConfig(value: unknown): EstateConfig['is'] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { groups, route, receivers, scrape_configs, rule_files, global } = value as { [field: string]: unknown }
  if (fieldsIn(groups).some(isRuleGroup)) return 'prometheus-rules'
  if (isFields(route) && Array.isArray(receivers)) return 'alertmanager'
  if (Array.isArray(scrape_configs) || (Array.isArray(rule_files) && isFields(global))) return 'prometheus'
  return undefined
}

function isRuleGroup(group: { readonly [field: string]: unknown }): boolean {
  return fieldsIn(group.rules).some(({ expr, alert, record }) => expr !== undefined && (alert ?? record) !== undefined)
}

function isFields(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
