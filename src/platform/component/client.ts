import { stated } from '../schema.ts'
import type { Stated } from '../source.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { workloadFields } from './fields.ts'
import type { CallTargetOption } from './options.ts'
import { simpleTraits, workloadOf } from './workload.ts'

export interface ClientOptions {
  readonly calls?: readonly CallTargetOption[]
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}

export const clientSpec: ComponentSpec<ClientOptions> = {
  noun: 'client',
  fields: { calls: workloadFields.calls, stated, cites: workloadFields.cites },
  ports: () => new Map(),
  traits: (name, options) =>
    simpleTraits(workloadOf({ name, controller: 'outside', replicas: 0, ports: [] }, options), options),
}

/**
 * Who calls from outside every cluster and is called by nobody: browsers, phones, tills.
 * `client('till', { calls: [shopFront.port('main')] })`
 */
export function client(name: string, options: ClientOptions = {}): PortedComponent<never, ClientOptions> {
  return component(clientSpec, name, options)
}
