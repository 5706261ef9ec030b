import type { Probe } from '../../kubernetes/types.ts'
import type { ProbeOptions } from '../../platform/component.ts'
import { given } from '../given.ts'
import { wholeSeconds } from './seconds.ts'

/** An HTTP probe; what was not said keeps the API's default. */
export function probe(options: ProbeOptions | undefined): Probe | undefined {
  if (!options) return undefined

  return given<Probe>({
    httpGet: { path: options.path, port: options.port },
    initialDelaySeconds: options.delay && wholeSeconds(options.delay),
    periodSeconds: options.every && wholeSeconds(options.every),
    timeoutSeconds: options.timeout && wholeSeconds(options.timeout),
    failureThreshold: options.failures,
  })
}
