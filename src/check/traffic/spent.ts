// How long a call may take by what is said of it, all tries and the waits between them counted.

import type { RoutePolicy } from '../../estate/estate.ts'

type Retries = NonNullable<RoutePolicy['retries']>

/** Seconds of all tries, each as long as it may be; waits that grow count as none. Undefined where nobody says how long one takes. */
export function triesSeconds({ attempts, perTrySeconds, backoff }: Retries): number | undefined {
  if (perTrySeconds === undefined) return undefined
  return attempts * perTrySeconds + (attempts - 1) * (typeof backoff === 'number' ? backoff : 0)
}

/** After which nobody waits any more; undefined where nothing ends it. */
export function mostSeconds({ timeoutSeconds, retries }: RoutePolicy): number | undefined {
  return timeoutSeconds ?? (retries && triesSeconds(retries))
}

/** How long one try is waited for: what it calls in turn has to be over by then. */
export function trySeconds({ timeoutSeconds, retries }: RoutePolicy): number | undefined {
  return retries?.perTrySeconds ?? timeoutSeconds
}
