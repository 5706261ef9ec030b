// Promises on the way that traffic takes, which only platforms make: manifests show no networks.

import type { Component } from '../component.ts'
import { need, noun, oneOf, set } from '../schema.ts'
import { definePromise as define, type PromiseOptions } from './define-promise.ts'

const components = set(noun('component'), 1)
const entersBy = define('entersBy', { by: need(components, 'what callers from outside come by') })
const mutualTls = define('mutualTls', { of: components, beyond: oneOf('server'), tls: oneOf('1.2', '1.3') })
const ownSegments = define('ownSegments', { of: need(components, 'what keeps apart') })
const privateSegments = define('privateSegments', { of: need(components, 'what the internet does not reach') })
const privateLinks = define('privateLinks', { to: need(components, 'the systems outside') })

export const trafficOfPlatforms = { entersBy, mutualTls, ownSegments, privateLinks, privateSegments }

export const trafficPromises = {
  /** Callers from outside come in by these alone. `promise.entersBy([shield], { in: live })` */
  entersBy: (by: readonly Component[], options: PromiseOptions = {}) => entersBy(options, { by }),

  /** Calls are encrypted and both ends show who they are: all of the environment, or those of some components. */
  mutualTls: (
    options: PromiseOptions & {
      readonly of?: readonly Component[]
      readonly beyond?: 'server'
      /** No older version of TLS is spoken in the mesh. */
      readonly tls?: '1.2' | '1.3'
    } = {},
  ) => mutualTls(options, {}),

  /** Each stands in a segment of the network that it shares with no other of them. */
  ownSegments: (of: readonly Component[], options: PromiseOptions = {}) => ownSegments(options, { of }),

  /** Each stands in private segments of the network. */
  privateSegments: (of: readonly Component[], options: PromiseOptions = {}) => privateSegments(options, { of }),

  /** Each system outside is reached by a VPN or a dedicated line, or by a public way for which somebody gives a reason. */
  privateLinks: (to: readonly Component[], options: PromiseOptions = {}) => privateLinks(options, { to }),
}
