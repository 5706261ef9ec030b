// Policies of every namespace from one list of declared calls, and what is said of the network as it is.

import type { Component } from '../../../src/platform/component.ts'
import type { Policies } from '../../../src/platform/model.ts'
import { change, held, listed, promises } from '../../findings/changing.ts'

const fromCalls: Policies = { defaultDeny: true, dns: true, calls: true }

/** Those of the ledgers, which the document says and does not show. */
export const isolatesTheLedgers = change('environment', ['fabric', 'fabric-testnet'], (options) => ({
  ...options,
  unseenPolicies: undefined,
  policies: fromCalls,
}))

/** Testnet by the same list as Mainnet. */
export const isolatesTestnetByCalls = change('environment', ['testnet'], (options) => ({
  ...options,
  policies: fromCalls,
}))

/** The namespaces that the document uses and has not in its tree. */
export const isolatesWhatIsShared = change('environment', ['monitoring', 'ingress'], (options) => ({
  ...options,
  policies: fromCalls,
}))

/** One policy for each workload of Mainnet in place of those that are about all its pods. */
export const letsThroughWhatIsCalled = change('environment', ['mainnet'], (options) => ({
  ...options,
  includes: listed(options.includes).filter(({ manifest }) => held(manifest).kind !== 'NetworkPolicy'),
  policies: fromCalls,
}))

/** A dump is asked of the database itself, at its port. */
export const dumpsWithoutRights = change('environment', ['mainnet'], (options) => ({
  ...options,
  includes: listed(options.includes).filter(
    ({ manifest }) => held(manifest).kind !== 'Role' && held(manifest).kind !== 'RoleBinding',
  ),
}))

/** What services write the workers take from the database. */
export const drawsTheFlowAsCalled = change('journey', ['traffic-flow'], (options) => {
  const [entry, gateway, service] = listed(options.path)
  const { calls } = (service as unknown as Component).options as { readonly calls: readonly unknown[] }
  return { ...options, path: [entry, gateway, service, calls[0]] }
})

/** Per connection, as the proxy does. */
export const saysHowServicesPick = promises('balances', (options) => ({ ...options, how: 'random' }))

/** What K3s packages leaves the ports of the nodes to the controller that is chosen. */
export const leavesTheWebPorts = change('cluster', ['gx-protocol-cluster'], (options) => ({
  ...options,
  without: ['traefik'],
}))
