import type { Probe } from '../../kubernetes/types.ts'
import type { ProbeOptions } from '../../platform/component.ts'
import { given } from '../given.ts'
import { wholeSeconds } from './seconds.ts'

/** By path, by port or by command; what was not said keeps the API's default. */
export function probe(options: ProbeOptions | undefined): Probe | undefined {
  if (!options) return undefined

  return given<Probe>({
    ...handler(options),
    initialDelaySeconds: options.delay && wholeSeconds(options.delay),
    periodSeconds: options.every && wholeSeconds(options.every),
    timeoutSeconds: options.timeout && wholeSeconds(options.timeout),
    failureThreshold: options.failures,
  })
}

function handler({ path, port, command }: ProbeOptions): Pick<Probe, 'httpGet' | 'tcpSocket' | 'exec'> {
  if (command) return { exec: { command } }
  if (port === undefined) return {}
  return path === undefined ? { tcpSocket: { port } } : { httpGet: { path, port } }
}
