// The words for what must hold when a pod crashes, or hangs.

import type { Noticed } from '../../engine/recovery/hang.ts'
import { saySpan } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { PodLossParts } from './pod-loss-parts.ts'

type Saying = { readonly [R in keyof PodLossParts]: (because: PodLossParts[R], truth: Truth) => string | Words }

export const podLossSays: Saying = {
  others: ({ workload, failover, noticed, span, within }, truth) => {
    const { left, members } = failover
    const carry = `${left} of ${members.count} pods of ${workload} ${left === 1 ? 'carries' : 'carry'} on`
    const line = `${carry}, and callers are led to them ${span.to === 0 ? 'at once' : `after ${saySpan(span)}`}`
    return { line: withinWords(line, within, truth), rows: noticed ? [['noticed', noticedWords(noticed)]] : [] }
  },

  restart: ({ workload, startsSeconds, within }, truth) => {
    if (!startsSeconds) return `nobody says how long a pod of ${workload} takes to be ready`
    const starts = `a crash is seen at once and the container started again; ${workload} is ready after ${saySpan(startsSeconds)}`
    return truth === true ? `${starts}, within ${within}` : `${starts}, and ${within} is promised`
  },

  hang: ({ workload, restart, probed, within }, truth) => {
    const { noticed, ends, starts, ready } = restart
    const readiness = probed ? `; its readiness probe alone needs ${saySpan(probed)}` : ''
    return {
      line: withinWords(`a pod of ${workload} that hangs is ready again after ${saySpan(ready)}`, within, truth),
      rows: [
        ['noticed', noticedWords(noticed)],
        ['ended', `+ ${saySpan(ends)} (grace period)`],
        ['ready', `+ ${saySpan(starts)} (start${readiness}) = ${saySpan(ready)}`],
      ],
    }
  },

  probed: ({ workload, lacks }, truth) => {
    if (truth === undefined) return `nobody shows how a pod of ${workload} that hangs is noticed`
    return lacks === 'liveness'
      ? `${workload} has no liveness probe: nobody notices a pod that hangs, and nothing restarts it`
      : `${workload} has no readiness probe: callers are still led to a pod that hangs`
  },
}

function withinWords(line: string, within: string, truth: Truth): string {
  if (truth === undefined) return `${line}: nobody can tell whether that is within ${within}`
  return truth ? `${line}, within ${within}` : `${line}, and ${within} is promised`
}

function noticedWords({ by, failures, everySeconds, timeoutSeconds, span }: Noticed): string {
  return `${saySpan(span)} (${by}: ${failures} failures × ${everySeconds}s, each waited for ${timeoutSeconds}s at most)`
}
