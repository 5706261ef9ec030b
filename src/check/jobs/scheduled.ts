// A schedule may be well formed and still name no day of the calendar: the API server takes it, and nothing ever runs.
// What is no schedule at all is refused, which `admitted` says; what is suspended is switched off on purpose.

import { fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import { readCron } from '../../kubernetes/cron.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import { sayTime } from '../span-words.ts'
import type { View } from '../world.ts'

interface Runs {
  readonly schedule: string
  /** undefined where no time ever comes. */
  readonly longestGapSeconds: number | undefined
}

export const scheduled = defineQuestion<{ runs: Runs }>({
  id: 'scheduled',
  asks: 'Does every CronJob ever run?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) yield* findingsOf(view)
  },

  says: {
    runs: ({ schedule, longestGapSeconds }) =>
      longestGapSeconds === undefined
        ? `${schedule} names no time that ever comes`
        : `${schedule} comes round at least every ${sayTime(longestGapSeconds)}`,
  },
})

function* findingsOf(view: View): Iterable<Finding<{ runs: Runs }>> {
  const { estate, byWorkload } = view
  for (const { ref, manifest, source } of estate.objects) {
    const pod = byWorkload.get(ref)
    if (pod?.kind !== 'CronJob') continue
    const { suspend, schedule: written } = fieldsOf(manifest.spec)
    const schedule = textOf(written) ?? ''
    const cron = readCron(schedule)
    if (suspend === true || 'problem' in cron) continue
    const runs = cron.longestGapSeconds !== Number.POSITIVE_INFINITY
    const because = { schedule, longestGapSeconds: runs ? cron.longestGapSeconds : undefined }
    yield {
      id: subjectOf(pod, view),
      environment: pod.environment,
      cluster: estate.cluster,
      says: `${pod.name} runs when its schedule says so`,
      source,
      parts: [
        part('runs', runs, because, {
          hint: 'a minute, and a day that one of its months has',
          at: { source, path: ['spec', 'schedule'] },
        }),
      ],
    }
  }
}
