import { make, type NounSpec } from '../make.ts'
import type {
  Access,
  Alert,
  BusinessFunction,
  Context,
  Control,
  Decision,
  Delivering,
  Delivery,
  DnsFailover,
  Drill,
  Environment,
  Forecast,
  Incident,
  Monitoring,
  Organisation,
  Paper,
  Planned,
  Platform,
  PlatformPromise,
  Procedure,
  Scenario,
  SecretStore,
  Standard,
  Tenancy,
  Tool,
  Waiver,
} from '../model.ts'
import { PlatformProblems } from '../problem.ts'
import { problemsOf } from '../problems.ts'
import { dnsLabel, need, noun, oneOf, record, set, stated, text } from '../schema.ts'
import { deliveringFields, deliversNothing } from './delivering.ts'

export interface PlatformOptions extends Partial<Delivering> {
  /** As it stands in reports; default: its name. */
  readonly title?: string
  readonly environments: readonly (Environment | Planned<Environment>)[]
  readonly promises?: readonly (PlatformPromise | Planned<PlatformPromise>)[]
  readonly alerts?: readonly Alert[]
  readonly waivers?: readonly Waiver[]
  readonly decisions?: readonly Decision[]
  readonly deliveries?: readonly Delivery[]
  readonly drills?: readonly Drill[]
  /** Those that no promise and no drill goes by: checklists, maintenance. */
  readonly procedures?: readonly Procedure[]
  /** The contexts that share it. */
  readonly contexts?: readonly Context[]
  /** It is for several tenants: `{ tenant: 'customer' }`. */
  readonly tenancy?: Tenancy
  /** Who stands behind it: members of a consortium, agencies, providers. */
  readonly organisations?: readonly Organisation[]
  /** Failures that are prepared for. */
  readonly scenarios?: readonly (Scenario | Planned<Scenario>)[]
  /** What people need it for, and how long they can do without. */
  readonly functions?: readonly BusinessFunction[]
  /** Names that lead elsewhere when an environment is away. */
  readonly failovers?: readonly DnsFailover[]
  /** What people, and programs that act by themselves, may do. */
  readonly access?: readonly Access[]
  /** What keeps values of Secrets, whether or not a Secret names it. */
  readonly secretStores?: readonly SecretStore[]
  /** Laws and standards, and how the platform stands to each. */
  readonly standards?: readonly Standard[]
  /** What is done for them. */
  readonly controls?: readonly Control[]
  /** What somebody may do to it, and what is done then. */
  readonly incidents?: readonly Incident[]
  /** What watches environments, as a whole. */
  readonly monitoring?: readonly Monitoring[]
  /** How what there is grows. */
  readonly forecasts?: readonly Forecast[]
  /** Programs that people and pipelines use against clusters. */
  readonly tools?: readonly Tool[]
  /** The document that it is described in. */
  readonly document?: Paper
}

const nothing = {
  ...{ promises: [], alerts: [], waivers: [], decisions: [], deliveries: [], drills: [], procedures: [] },
  ...{ contexts: [], organisations: [] },
  ...deliversNothing,
  ...{ scenarios: [], functions: [], failovers: [], forecasts: [], monitoring: [] },
  ...{ access: [], secretStores: [], standards: [], controls: [], incidents: [] },
  ...{ scenarios: [], functions: [], failovers: [], forecasts: [], tools: [], monitoring: [] },
  ...{ access: [], standards: [], controls: [], incidents: [] },
}

export const platformSpec: NounSpec<PlatformOptions, Platform> = {
  is: 'platform',
  word: 'platform',
  named: dnsLabel,
  fields: {
    title: text,
    environments: need(set(noun('environment', 'planned'), 1), 'where it runs'),
    promises: set(noun('promise', 'planned')),
    alerts: set(noun('alert')),
    waivers: set(noun('waiver')),
    decisions: set(noun('decision')),
    deliveries: set(noun('delivery')),
    drills: set(noun('drill')),
    procedures: set(noun('procedure')),
    contexts: set(noun('context')),
    tenancy: record("who its tenants are, such as { tenant: 'customer' }", {
      tenant: oneOf('context', 'customer'),
      stated,
    }),
    organisations: set(noun('organisation')),
    scenarios: set(noun('scenario', 'planned')),
    functions: set(noun('businessFunction')),
    failovers: set(noun('dnsFailover')),
    access: set(noun('access')),
    secretStores: set(noun('secretStore')),
    standards: set(noun('standard')),
    controls: set(noun('control')),
    incidents: set(noun('incident')),
    monitoring: set(noun('monitoring')),
    forecasts: set(noun('forecast')),
    tools: set(noun('tool')),
    document: noun('paper'),
    ...deliveringFields,
  },
  build: (name, options) => ({ is: 'platform', name, ...nothing, ...options }),
}

/**
 * Everything that a team declares. Throws `PlatformProblems` with all that is wrong in any of it, one line each.
 * `export default platform('shop', { environments: [live], promises: [promise.fits({ in: live })] })`
 */
export function platform(name: string, options: PlatformOptions): Platform {
  const value = make(platformSpec, name, options)
  const problems = problemsOf(value)
  if (problems.length > 0) throw new PlatformProblems(problems)
  return value
}
