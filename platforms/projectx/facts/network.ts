// Networking and segmentation: what is private, who may come where, and by which way agencies are reached.

import { link, mesh, segment, written } from 'seaworthy'
import { field, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed, type Options } from '../../findings/changing.ts'
import { ofMembers } from '../amended/places.ts'

const production = (edit: (options: Options) => Options) => change('environment', ['production'], edit)

const includes = (manifest: Parameters<typeof written>[0]) =>
  production((options) => ({ ...options, includes: [...listed(options.includes), written(manifest)] }))

const metadata = (name: string) => ({ name, namespace: 'production' })

/** Another door: a second address outside that leads to a service. */
const secondDoor = includes({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: metadata('billing-outside'),
  spec: { type: 'LoadBalancer', selector: { app: 'billing' }, ports: [{ port: 8080 }] },
})

const everybody = includes({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: metadata('everybody'),
  spec: { podSelector: {}, ingress: [{}], egress: [{}], policyTypes: ['Ingress', 'Egress'] },
})

const strict = (namespace: string) =>
  field(`PeerAuthentication/${namespace}/default`, ['spec', 'mtls', 'mode'], 'STRICT')

const over = (kind: 'vpn' | 'dedicated' | 'public', name: string) =>
  components([name], (options) => ({ ...options, over: link(name, { kind }) }))

export const network: readonly Fact[] = [
  {
    id: 'PX-40',
    title: 'the services stand in private segments',
    kinds: ['render', 'check'],
    holds: [kept('privateSegments/production/private', 'billing stands in core (private)')],
    unless: components(['billing'], (options) => ({ ...options, in: segment('open', { tier: 'public' }) })),
  },
  {
    id: 'PX-41',
    title: 'the gateway alone opens a door to the outside',
    kinds: ['check', 'secure'],
    holds: [
      kept('entersBy/production/entry', 'nothing else opens a door'),
      field('Service/production/api-gateway', ['spec', 'type'], 'LoadBalancer'),
    ],
    unless: secondDoor,
  },
  {
    id: 'PX-42',
    title: 'the mesh refuses what shows no certificate, in every environment',
    kinds: ['secure', 'run'],
    holds: [
      kept('mutualTls/production/mtls', 'service-mesh refuses what shows no certificate'),
      ...['dev', 'staging', 'production'].map(strict),
    ],
    unless: production((options) => ({ ...options, mesh: mesh('service-mesh', { by: 'istio', mtls: 'permissive' }) })),
  },
  {
    id: 'PX-43',
    title: 'each member of the consortium has a segment that nobody else stands in',
    kinds: ['render', 'check'],
    holds: [
      kept(
        'ownSegments/production/segments',
        'blockchain of north-custody stands in north-custody, and no other of them does',
        'blockchain of west-custody stands in west-custody, and no other of them does',
      ),
    ],
    unless: components(['blockchain'], (options) => {
      const peers = held(options.peers)
      const shared = listed(peers.operators).map((one) => ({ ...one, in: ofMembers[0] }))
      return { ...options, peers: { ...peers, operators: shared } }
    }),
  },
  {
    id: 'PX-44',
    title: 'policies let through what somebody is declared to call, and nothing else',
    kinds: ['check'],
    holds: [holds('onlyCalls/production')],
    unless: everybody,
  },
  {
    id: 'PX-45',
    title: 'a system of the government may be reached by a VPN',
    kinds: ['express', 'render'],
    holds: [
      kept('privateLinks/staging/links', 'sandbox-government-apis is reached by a VPN'),
      holds('reaches/staging/compliance-gateway/sandbox-government-apis'),
    ],
    unless: over('dedicated', 'sandbox-government-apis'),
  },
  {
    id: 'PX-46',
    title: 'or by a line of its own, and it is reached in the same way',
    kinds: ['express', 'render'],
    holds: [
      kept('privateLinks/production/links', 'government-agencies is reached by a dedicated line'),
      holds('reaches/production/compliance-gateway/government-agencies'),
    ],
    unless: over('vpn', 'government-agencies'),
  },
  {
    id: 'PX-47',
    title: 'a public way to an agency needs a reason',
    kinds: ['check'],
    holds: [kept('privateLinks/production/links')],
    unless: over('public', 'government-agencies'),
  },
]
