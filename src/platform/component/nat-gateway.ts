import type { Segment } from '../model.ts'
import { flag, labelValue, list, noun, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { workloadFields } from './fields.ts'
import { present, simpleTraits, workloadOf } from './workload.ts'

export interface NatGatewayOptions {
  readonly by?: string
  /** The public segment that it stands in. */
  readonly in?: Segment | readonly Segment[]
  /** The zones that there is one in; default: one, in one zone that nobody names. */
  readonly zones?: readonly string[]
  /** It stands in every zone that there is, as one thing. */
  readonly regional?: boolean
  /** The segments whose calls to the outside leave by it; default: all private ones of its network. */
  readonly of?: readonly Segment[]
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}

export const natGatewaySpec: ComponentSpec<NatGatewayOptions> = {
  noun: 'natGateway',
  fields: {
    by: text,
    in: workloadFields.in,
    zones: list(labelValue, 1),
    regional: flag,
    of: list(noun('segment'), 1),
    stated,
    cites: workloadFields.cites,
  },
  ports: () => new Map(),
  traits(name, { by, zones = [], regional, of, ...options }) {
    const workload = workloadOf({ name, controller: 'outside', replicas: 0, ports: [] }, {})
    const translates = present({ zones, regional: regional || undefined, of, by })
    return { ...simpleTraits(workload, options), serves: [], translates }
  },
}

/**
 * The way out of private segments: their calls leave with its address.
 * `natGateway('way-out', { in: publicSubnets, zones: ['a', 'b'] })`
 */
export function natGateway(name: string, options: NatGatewayOptions = {}): PortedComponent<never, NatGatewayOptions> {
  return component(natGatewaySpec, name, options)
}
