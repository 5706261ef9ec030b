import type { Receiver } from '../model.ts'
import { noun, oneOf, set } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { operatedTraits } from './prometheus.ts'
import { type ServiceOptions, serviceSpec } from './service.ts'
import { present } from './workload.ts'

export interface AlertmanagerOptions
  extends Omit<ServiceOptions, 'listens' | 'names' | 'headless' | 'update' | 'budget' | 'scales' | 'resizes'> {
  /** Who makes its pods and its routes: Prometheus Operator (the default), or somebody by hand. */
  readonly operatedBy?: 'prometheus-operator' | 'hand'
  /** The ways by which it can tell anybody; default: those that alerts name. */
  readonly receivers?: readonly Receiver[]
}

// As the operator names them (prometheus-operator@v0.85, pkg/alertmanager/statefulset.go).
const web = { name: 'web', port: 9093, protocol: 'TCP' } as const
const mesh = [
  { name: 'mesh-tcp', port: 9094, protocol: 'TCP', isInner: true },
  { name: 'mesh-udp', port: 9094, protocol: 'UDP', isInner: true },
] as const

const { listens, names, headless, update, budget, scales, resizes, ...fields } = serviceSpec.fields

export const alertmanagerSpec: ComponentSpec<AlertmanagerOptions> = {
  ...serviceSpec,
  noun: 'alertmanager',
  fields: { ...fields, operatedBy: oneOf('prometheus-operator', 'hand'), receivers: set(noun('receiver'), 1) },
  ports: () => new Map([web, ...mesh].map(({ name, port }) => [name, port])),
  traits(name, { operatedBy = 'prometheus-operator', receivers, ...options }) {
    const notifies = present({ operatedBy, receivers })
    if (operatedBy === 'hand') {
      return { ...serviceSpec.traits(name, { ...options, listens: { [web.name]: web.port } }), notifies }
    }
    const workload = `alertmanager-${name}`
    return {
      ...operatedTraits(workload, 'alertmanager-operated', options, [web, ...mesh]),
      within: mesh.map(({ name: port }) => ({ from: workload, to: workload, port, option: 'replicas' })),
      notifies,
    }
  },
}

/**
 * Sends alerts on to the receivers that they name, each at most once: Prometheus Operator makes its pods, and its routes
 * are those of the platform's alerts.
 * `alertmanager('alertmanager', { replicas: 2, calls: [pager] })`
 */
export function alertmanager(
  name: string,
  options: AlertmanagerOptions = {},
): PortedComponent<'web', AlertmanagerOptions> {
  return component(alertmanagerSpec, name, options)
}
