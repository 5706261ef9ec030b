// The jobs of a plain Prometheus file that a ConfigMap holds: what they keep of all that they find, and whether it may be
// scraped. Only what asks to be scraped, by a label or an annotation that the job looks for, must let Prometheus in.

import { discovered, type Found } from '../../engine/monitoring/discovered.ts'
import { fieldsIn, fieldsOf } from '../../engine/pods/untrusted.ts'
import { templatePath } from '../../estate/calls/settings.ts'
import type { MonitoringFile } from '../../estate/monitoring/monitoring.ts'
import type { Discovery, ScrapeJob } from '../../estate/monitoring/scrape-job.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { type Finding, part } from '../define.ts'
import { reachable } from '../reachability/reachable.ts'
import type { View } from '../world.ts'
import { monitoringSubject } from './monitoring-subject.ts'
import { objectsByRef } from './objects-by-ref.ts'
import { type Reached, reachedParts, type Scraper, type ScrapeTarget } from './reached.ts'

export type JobRules = {
  named: { name: string }
  keeps: { kept: readonly string[]; may: number; of: number; untold: readonly string[] }
}

type Rules = JobRules & { reached: Reached }

export function* jobFindings(file: MonitoringFile, jobs: readonly ScrapeJob[], view: View): Generator<Finding<Rules>> {
  const byName = Map.groupBy(jobs, ({ name }) => name)
  for (const [name, some] of byName) {
    const parts = [...twiceParts(name, some, file), ...some.flatMap((job) => jobParts(job, file, view))]
    if (parts.length === 0) continue
    const object = file.ref && objectsByRef(view).get(file.ref)
    yield {
      id: monitoringSubject(file, view, name),
      environment: object?.environment,
      cluster: view.estate.cluster,
      says: `the job ${name} of ${file.name} brings metrics`,
      source: file.source,
      about: file.ref ? [file.ref] : [],
      parts,
    }
  }
}

// prometheus@v3, config/config.go: found multiple scrape configs with job name.
function twiceParts(
  name: string,
  [, second]: readonly ScrapeJob[],
  { source }: MonitoringFile,
): Finding<Rules>['parts'] {
  return second ? [part('named', false, { name }, { at: { source, path: [...second.path, 'job_name'] } })] : []
}

function jobParts(job: ScrapeJob, file: MonitoringFile, view: View): Finding<Rules>['parts'] {
  // A file that lies in the folder may be read anywhere; one in a ConfigMap is read in its namespace.
  if (!file.ref) return []
  const { namespace } = partsOf(file.ref)
  const finding = { r: reachable(view), annotationsOf: (workload: Ref) => annotationsOf(workload, view) }
  const sought = job.kubernetes.map((one) => ({
    one,
    found: one.selects ? undefined : discovered(withOwn(one, namespace), job.relabel, finding),
  }))
  const untold = [
    ...sought.flatMap(({ one, found }) => (found ? [] : [`kubernetes_sd_configs of role ${one.role}`])),
    ...job.others,
  ]
  const found = sought.flatMap((each) => each.found ?? [])
  const kept = found.filter(({ kept: is }) => is === true)
  const may = found.filter(({ kept: is }) => is === undefined).length
  // Jobs that come with a chart look for what this cluster may not have.
  if (kept.length + may + untold.length === 0) return []
  const names = [
    ...new Set(kept.map(({ workload }) => `${partsOf(workload).namespace}/${partsOf(workload).name}`)),
  ].sort()
  const at = { source: file.source, path: job.path }
  return [
    part('keeps', names.length > 0 || undefined, { kept: names, may, of: found.length, untold }, { at }),
    ...(isAsked(job) ? reachedParts(targetsOf(kept, view), scraperIn(file.ref, view), view) : []),
  ]
}

function withOwn(discovery: Discovery, namespace: string): Discovery {
  return discovery.own ? { ...discovery, namespaces: [...(discovery.namespaces ?? []), namespace] } : discovery
}

function annotationsOf(workload: Ref, view: View): unknown {
  const manifest = objectsByRef(view).get(workload)?.manifest
  const path = manifest && templatePath(manifest.kind)
  const template = (path ?? []).reduce<unknown>((value, field) => fieldsOf(value)[field], manifest)
  return fieldsOf(fieldsOf(template).metadata).annotations
}

function isAsked({ relabel }: ScrapeJob): boolean {
  return relabel.some(
    ({ action, sources }) =>
      action === 'keep' && sources.some((name) => /^__meta_kubernetes_(?:pod|service)_(?:annotation|label)/.test(name)),
  )
}

// A mesh that adds its own container to a pod has its port scraped in place of the pod's.
function targetsOf(kept: readonly Found[], view: View): readonly ScrapeTarget[] {
  const { namespaces } = reachable(view)
  return kept.flatMap(({ workload, port }) => {
    const { namespace } = partsOf(workload)
    const labels = namespaces.all.find(({ name }) => name === namespace)?.labels ?? {}
    const isMeshed = Object.keys(labels).some((key) => key === 'istio-injection' || key === 'istio.io/rev')
    return port === undefined || isMeshed ? [] : [{ workload, port }]
  })
}

// The pods that read the file, where they are shown.
function scraperIn(ref: Ref, view: View): Scraper {
  const { namespace, name } = partsOf(ref)
  const reader = (reachable(view).podsIn.get(namespace) ?? []).find(({ spec }) =>
    fieldsIn(spec.volumes).some((volume) => mounts(volume, name)),
  )
  if (!reader)
    return { name: `what reads ConfigMap ${name}`, namespace, pods: { namespaces: [namespace] }, isAnyPort: true }
  return { name: reader.name, namespace, pods: { namespaces: [namespace], labels: reader.labels }, isAnyPort: true }
}

function mounts(volume: { readonly [field: string]: unknown }, name: string): boolean {
  if (fieldsOf(volume.configMap).name === name || fieldsOf(volume.secret).secretName === name) return true
  return fieldsIn(fieldsOf(volume.projected).sources).some((source) => fieldsOf(source.configMap).name === name)
}

export const jobWords = {
  named: ({ name }: JobRules['named']) => `two jobs are called ${name}: Prometheus refuses the whole file`,
  keeps: ({ kept, may, of, untold }: JobRules['keeps']) => {
    if (kept.length + may === 0) return `what it finds is known on a cluster alone: ${untold.join(', ')}`
    if (kept.length === 0) return `it may keep ${may} of ${of} targets: what it looks at is known on a cluster alone`
    return `it keeps ${kept.length === 1 ? '1 workload' : `${kept.length} workloads`}: ${kept.slice(0, 5).join(', ')}${kept.length > 5 ? ', …' : ''}`
  },
}
