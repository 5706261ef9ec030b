// A monitor whose port nobody has, that no Prometheus takes, or whose targets are cut off brings no metrics: every alert on
// them is silent. So is one on what a job of a plain file finds and is not let in to.

import type { EstateObject } from '../../estate/estate.ts'
import { scrapeJobsOf } from '../../estate/monitoring/scrape-job.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { objectSubject } from '../admission/subject.ts'
import { defineQuestion, type Finding } from '../define.ts'
import type { View } from '../world.ts'
import { collectors, monitoringGroup } from './collectors.ts'
import { type JobRules, jobFindings, jobWords } from './job-findings.ts'
import { findsPart, type MonitorRules, monitorTaken, monitorWords, portPart } from './monitor-parts.ts'
import { type Reached, reachedParts, reachedWords } from './reached.ts'
import { scrapeTargets } from './scrape-targets.ts'
import { scraperOf } from './scraper.ts'

type Rules = MonitorRules & JobRules & { reached: Reached }

export const scraped = defineQuestion<Rules>({
  id: 'scraped',
  asks: 'Does every monitor, and every job of a plain file, find something that it may scrape?',

  *judge({ views }) {
    for (const view of views) {
      for (const object of view.estate.objects) if (isMonitor(object)) yield findingOf(object, view)
      for (const file of view.estate.monitoring?.prometheus ?? [])
        yield* jobFindings(file, scrapeJobsOf(file.value), view)
    }
  },

  says: { ...monitorWords, ...jobWords, reached: reachedWords },
})

function isMonitor({ manifest }: EstateObject): boolean {
  const isKind = manifest.kind === 'ServiceMonitor' || manifest.kind === 'PodMonitor'
  return isKind && manifest.apiVersion.startsWith(monitoringGroup)
}

function findingOf(monitor: EstateObject, view: View): Finding<Rules> {
  const { name, kind } = partsOf(monitor.ref)
  const meant = scrapeTargets(monitor, view)
  const [by] = collectors(view)
  return {
    id: objectSubject(monitor, view),
    environment: monitor.environment,
    cluster: view.estate.cluster,
    says: `${kind} ${name} brings metrics`,
    source: monitor.source,
    about: [monitor.ref],
    parts: [
      monitorTaken(monitor, view),
      findsPart(monitor, meant, view),
      ...(meant.found.length > 0 ? [portPart(monitor, meant, view)] : []),
      ...reachedParts(meant.targets, scraperOf(by), view),
    ],
  }
}
