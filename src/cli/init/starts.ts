// How long a pod takes to be ready decides how soon anything is back: a startup probe bounds it, else somebody has to say it.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { durationText, type Entry, field } from './entry.ts'
import { inField, type Seen } from './seen.ts'

/** For these workloads: a guess for each that shows one, and one question for all others. */
export function startEntries(pods: readonly PodClass[], seen: Seen): readonly Entry[] {
  const said = new Set(seen.view.estate.facts.flatMap((fact) => (fact.trait === 'starts' ? [fact.of] : [])))
  const open = pods.filter(({ workload }) => !said.has(workload))
  const guessed = open.flatMap((pod) => guess(pod, seen))
  const silent = open.filter((pod) => boundSeconds(pod) === undefined)
  return silent.length === 0 ? guessed : [...guessed, question(silent, seen)]
}

function guess(pod: PodClass, seen: Seen): readonly Entry[] {
  const seconds = boundSeconds(pod)
  if (seconds === undefined) return []
  const says = 'the bound of its startupProbe'
  const from = [`${seen.lineOf(pod.source)} (${says})`]
  const of = seen.owned(pod.workload)
  const fields = [
    field('of', of),
    ...inField(pod.environment, seen),
    field('guessed', says),
    field('starts', durationText(seconds)),
  ]
  return [{ of: 'facts', from, fields }]
}

function question(silent: readonly PodClass[], seen: Seen): Entry {
  return {
    of: 'facts',
    from: [],
    asks: 'nobody says how long these take from their start until they are ready: say it, for each its own',
    fields: [
      field(
        'of',
        silent.map(({ workload }) => ({ item: seen.owned(workload) })),
      ),
      ...inField(seen.view.estate.cluster, seen),
      field('starts', '30s'),
    ],
  }
}

/**
 * A container is ended where its startup probe has not succeeded by then, so a pod that starts is ready soon after it.
 * Source: https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
function boundSeconds({ spec }: PodClass): number | undefined {
  const bounds = fieldsIn(spec.containers).map(({ startupProbe }) =>
    boundOf(fieldsAt({ startupProbe }, 'startupProbe')),
  )
  const known = bounds.filter((one) => one !== undefined)
  return known.length === bounds.length && known.length > 0 ? Math.max(...known) : undefined
}

// Defaults of the API: no delay, every 10 s, 3 failures.
function boundOf(probe: Fields): number | undefined {
  if (Object.keys(probe).length === 0) return undefined
  const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = probe
  const all = [initialDelaySeconds, periodSeconds, failureThreshold]
  if (!all.every((one) => typeof one === 'number' && Number.isSafeInteger(one) && one >= 0)) return undefined
  const [delay = 0, period = 0, failures = 0] = all as number[]
  const seconds = delay + period * failures
  return seconds > 0 ? seconds : undefined
}
