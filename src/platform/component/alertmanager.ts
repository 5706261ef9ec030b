import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { operatedTraits } from './prometheus.ts'
import { type ServiceOptions, serviceSpec } from './service.ts'

export type AlertmanagerOptions = Omit<ServiceOptions, 'listens' | 'names' | 'headless' | 'update' | 'budget'>

// As the operator names them (prometheus-operator@v0.85, pkg/alertmanager/statefulset.go).
const web = { name: 'web', port: 9093, protocol: 'TCP' } as const
const mesh = [
  { name: 'mesh-tcp', port: 9094, protocol: 'TCP', isInner: true },
  { name: 'mesh-udp', port: 9094, protocol: 'UDP', isInner: true },
] as const

const { listens: _, names: __, headless: ___, update: ____, budget: _____, ...fields } = serviceSpec.fields

export const alertmanagerSpec: ComponentSpec<AlertmanagerOptions> = {
  ...serviceSpec,
  noun: 'alertmanager',
  fields,
  ports: () => new Map([web, ...mesh].map(({ name, port }) => [name, port])),
  traits(name, options) {
    const workload = `alertmanager-${name}`
    return {
      ...operatedTraits(workload, 'alertmanager-operated', options, [web, ...mesh]),
      within: mesh.map(({ name: port }) => ({ from: workload, to: workload, port, option: 'replicas' })),
      notifies: { operatedBy: 'prometheus-operator' },
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
