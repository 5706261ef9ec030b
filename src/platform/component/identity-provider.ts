import type { Identifying, MfaMethod } from '../model.ts'
import { count, duration, either, flag, need, noun, oneOf, purpose, record, set, stated, text } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { listens, workloadFields } from './fields.ts'
import type { ListenOptions, PortNames, WorkloadOptions } from './options.ts'
import { portNumbers, portsOf, present, simpleTraits, workloadOf } from './workload.ts'

export interface IdentityProviderOptions<L extends ListenOptions = ListenOptions> extends WorkloadOptions {
  readonly listens?: L
  readonly replicas?: number
  /** Somebody else runs it, outside every cluster. */
  readonly hosted?: boolean
  /** How others learn who somebody is: `['oidc']`. */
  readonly protocols?: Identifying['protocols']
  readonly tokens?: Identifying['tokens']
  readonly mfa?: Identifying['mfa']
}

const methods = set(oneOf(...(['email', 'push', 'sms', 'totp', 'voice', 'webauthn'] satisfies MfaMethod[])), 1)

export const identityProviderSpec: ComponentSpec<IdentityProviderOptions> = {
  noun: 'identityProvider',
  fields: {
    ...workloadFields,
    listens,
    replicas: count(0),
    hosted: flag,
    protocols: set(oneOf('kerberos', 'ldap', 'oauth', 'oidc', 'saml'), 1),
    tokens: record("tokens such as { signs: 'RS256', access: '1h', refresh: '7d' }", {
      format: oneOf('jwt', 'opaque'),
      signs: text,
      access: duration,
      refresh: duration,
      stated,
    }),
    mfa: record("a second factor such as { for: [live], methods: ['totp'] }", {
      for: need(set(either(noun('environment'), purpose), 1), 'where it is asked of everybody'),
      methods,
      fallback: methods,
      stated,
    }),
  },
  ports: ({ listens }) => portNumbers(portsOf(listens)),
  traits(name, options) {
    const { hosted, replicas = 1, protocols = [], tokens, mfa, stated } = options
    const ports = portsOf(options.listens)
    const base = hosted
      ? ({ name, controller: 'outside', replicas: 0, ports } as const)
      : ({ name, controller: 'Deployment', replicas, ports } as const)
    const traits = simpleTraits(workloadOf(base, options), options)
    return { ...traits, ...(hosted && { serves: [] }), identifies: present({ protocols, tokens, mfa, stated }) }
  },
}

/**
 * What proves who somebody is, and hands out tokens. `identityProvider('sign-in', { software: { name: 'keycloak', version:
 * '26.4' }, listens: 8080, protocols: ['oidc'], tokens: { access: '15m', refresh: '8h' } })`
 */
export function identityProvider<const L extends ListenOptions = never>(
  name: string,
  options: IdentityProviderOptions<L>,
): PortedComponent<PortNames<L>, IdentityProviderOptions> {
  return component(identityProviderSpec, name, options)
}
