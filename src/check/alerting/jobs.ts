// What Prometheus calls the jobs that it scrapes, where all of them are shown.
// Source: prometheus-operator@v0.85, pkg/prometheus/promcfg.go: the name of the Service, namespace/name of a PodMonitor, or
// what the label that jobLabel names says.

import { type Fields, fieldsIn, fieldsOf, listOf, textOf, textsOf } from '../../engine/pods/untrusted.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { table, type View } from '../world.ts'
import { collectors, monitoringGroup } from './collectors.ts'
import { seesAllRules } from './metric-sources.ts'
import { objectsByRef } from './objects-by-ref.ts'
import { scrapeTargets } from './scrape-targets.ts'

/** Sorted; undefined where there may be others. */
export const jobsScraped = table((view): readonly string[] | undefined => {
  const { objects, unseen = [] } = view.estate
  if (unseen.length > 0 || !seesAllRules(view)) return undefined
  const operated = objects.filter(({ manifest }) => manifest.apiVersion.startsWith(monitoringGroup))
  const isOther = operated.some(({ manifest }) => manifest.kind === 'Probe' || manifest.kind === 'ScrapeConfig')
  const isClassed = collectors(view).some(({ manifest }) => fieldsOf(manifest.spec).scrapeClasses !== undefined)
  if (isOther || isClassed) return undefined
  const monitors = operated.filter(({ manifest }) => /^(?:Service|Pod)Monitor$/.test(manifest.kind))
  const named = monitors.map((monitor) => jobsOf(monitor, view))
  return named.every((jobs) => jobs !== undefined) ? [...new Set(named.flat())].sort(byCodePoint) : undefined
})

/** Undefined where they may be called anything: what is not shown, exposes a job of its own, or is relabeled. */
export function jobsOf(monitor: EstateObject, view: View): readonly string[] | undefined {
  const spec = fieldsOf(monitor.manifest.spec)
  const endpoints = fieldsIn(spec.endpoints ?? spec.podMetricsEndpoints)
  if (endpoints.some((endpoint) => endpoint.honorLabels === true || renames(endpoint))) return undefined
  const { found } = scrapeTargets(monitor, view)
  if (found.length === 0) return undefined
  const jobLabel = textOf(spec.jobLabel) ?? ''
  const { namespace, name } = partsOf(monitor.ref)
  const isPods = monitor.manifest.kind === 'PodMonitor'
  return found.map((ref) => labelOf(ref, jobLabel, view) ?? (isPods ? `${namespace}/${name}` : partsOf(ref).name))
}

function renames(endpoint: Fields): boolean {
  const rules = [...listOf(endpoint.relabelings), ...listOf(endpoint.metricRelabelings)].map(fieldsOf)
  return rules.some(({ action, targetLabel }) => {
    const is = `${action ?? 'replace'}`.toLowerCase()
    if (is === 'keep' || is === 'drop') return false
    return textOf(targetLabel) === undefined || targetLabel === 'job' || /\$/.test(`${targetLabel}`)
  })
}

function labelOf(ref: Ref, label: string, view: View): string | undefined {
  const labels = view.byWorkload.get(ref)?.labels ?? textsOf(objectsByRef(view).get(ref)?.manifest.metadata.labels)
  return Object.hasOwn(labels, label) && labels[label] !== '' ? labels[label] : undefined
}
