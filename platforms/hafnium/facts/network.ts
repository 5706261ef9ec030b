// Infrastructure Taxonomy: the provider, the nodes, and who reaches whom.

import { answer, holds, kept, nodes } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed } from '../../findings/changing.ts'

const callers = ['backend', 'risk-engine', 'stream']
const segment = '10.0.128.0/20'

const reaches = (store: string, port: number) =>
  callers.map((caller) =>
    kept(
      `reaches/prod/${caller}/${store}`,
      `${caller} reaches ${store} (${segment}) at TCP ${port}`,
      `let through by ${caller}`,
    ),
  )

const not = (called: string) =>
  components(callers, (options) => ({
    ...options,
    calls: listed(options.calls).filter(({ name }) => name !== called),
  }))

/** Ports at which policies of Prod let pods out to the segment of the stores. */
const outTo = answer(
  'ports at which pods of Prod are let out to the stores',
  ({ views }) => {
    const policies = views.flatMap(({ estate }) => estate.objects).filter(({ ref }) => ref.includes('/prod/'))
    const rules = policies.flatMap(({ manifest }) => {
      const { egress } = (manifest.spec ?? {}) as { readonly egress?: unknown }
      return manifest.kind === 'NetworkPolicy' ? listed(egress) : []
    })
    const out = rules.filter(({ to }) => JSON.stringify(to ?? []).includes(segment))
    return [...new Set(out.flatMap(({ ports }) => listed(ports).map(({ port }) => port as number)))].sort(
      (a, b) => a - b,
    )
  },
  [443, 5432, 6379, 9092],
)

const [first, ...others] = reaches('postgresql', 5432) as [ReturnType<typeof kept>, ...ReturnType<typeof kept>[]]
const [cached, ...otherCaches] = reaches('redis', 6379) as [ReturnType<typeof kept>, ...ReturnType<typeof kept>[]]
const [streamed, ...otherStreams] = reaches('kafka', 9092) as [ReturnType<typeof kept>, ...ReturnType<typeof kept>[]]

export const network: readonly Fact[] = [
  {
    id: 'HF-15',
    title: 'it runs with AWS, whose Kubernetes it is, in regions that are named; with GCP there is no EKS',
    kinds: ['express', 'render'],
    holds: [kept('provided/eks', 'eks is eks, a service of aws'), kept('spans/prod', 'eu-central-1, eu-west-3')],
    unless: change('cluster', ['eks'], (options) => ({ ...options, provider: 'gcp' })),
  },
  {
    id: 'HF-22',
    title: 'pods run in a group of nodes of one size, with bounds',
    kinds: ['express', 'render'],
    holds: [
      kept('pools/eks/node-group', 'node-group has 3 to 10, changed by an autoscaler'),
      nodes('eks', ({ allocatable: { cpu } }) => cpu, {
        'node-group-1': '4',
        'node-group-2': '4',
        'node-group-3': '4',
      }),
    ],
    unless: change('pool', ['node-group'], (options) => ({ ...options, nodes: { from: 3, to: 20 } })),
  },
  {
    id: 'HF-18',
    title: 'the balancer stands in public subnets of two zones at least',
    kinds: ['render', 'check'],
    holds: [kept('subnets/prod/load-balancer', 'needs subnets in 2 zones, and public has some in a, b, c')],
    unless: change('segment', ['public'], (options) => ({ ...options, zones: ['a'] })),
  },
  {
    id: 'HF-19',
    title: 'the ways out stand in the public subnets, one in each zone of the private ones',
    kinds: ['render', 'check'],
    holds: [kept('way-out/prod/nat-gateway', 'nat-gateway stands in a, b, c', 'subnets in no other zone')],
    unless: components(['nat-gateway'], (options) => ({ ...options, zones: ['a'] })),
  },
  {
    id: 'HF-26',
    title: 'what keeps rows stands in private subnets of its own',
    kinds: ['render', 'check'],
    holds: [
      kept('privateSegments/prod/data/private', 'postgresql stands in private-data (private)'),
      kept('privateSegments/prod/apps/private', 'backend stands in private-app (private)'),
    ],
    unless: change('segment', ['private-data'], (options) => ({ ...options, tier: 'public' })),
  },
  {
    id: 'HF-30',
    title: 'callers from the internet come in by the balancer, and nothing else opens a door',
    kinds: ['check'],
    holds: [kept('entersBy/prod/entry', 'internet come by load-balancer, and nothing else opens a door')],
    unless: components(['ingress'], (options) => ({ ...options, loadBalancer: true })),
  },
  {
    id: 'HF-31',
    title: 'the balancer leads to pods of the cluster, which let it in',
    kinds: ['check', 'run'],
    holds: [
      kept('forwards/prod/load-balancer', 'an Application Load Balancer, leads to pods of ingress (nginx)'),
      answer(
        'from where the ingress of Prod is let in',
        ({ views }) =>
          listed(
            held(
              views.flatMap(({ estate }) => estate.objects).find(({ ref }) => ref === 'NetworkPolicy/prod/ingress')
                ?.manifest.spec,
            ).ingress,
          ),
        [{ from: [{ ipBlock: { cidr: '10.0.0.0/20' } }], ports: [{ protocol: 'TCP', port: 8080 }] }],
      ),
    ],
    unless: change('environment', ['prod'], (options) => ({
      ...options,
      policies: { defaultDeny: true, dns: true, calls: listed(options.runs).filter(({ name }) => name === 'backend') },
    })),
  },
  {
    id: 'HF-32',
    title: 'pods reach the database, at its port alone',
    kinds: ['check'],
    holds: [first, ...others, outTo],
    unless: not('postgresql'),
  },
  {
    id: 'HF-33',
    title: 'pods reach Redis, at its port alone',
    kinds: ['check'],
    holds: [cached, ...otherCaches, outTo],
    unless: not('redis'),
  },
  {
    id: 'HF-34',
    title: 'pods reach Kafka, at its port alone',
    kinds: ['check'],
    holds: [streamed, ...otherStreams, outTo],
    unless: not('kafka'),
  },
  {
    id: 'HF-35',
    title: 'nothing else is let through than what is drawn, and what is declared beside it',
    kinds: ['check'],
    holds: [
      holds('onlyCalls/prod'),
      kept('drawn/hafnium/infrastructure taxonomy', 'no way between two boxes is left out'),
    ],
    unless: change('environment', ['prod'], (options) => ({ ...options, policies: {} })),
  },
  {
    id: 'HF-40',
    title: 'the way in is NGINX behind the balancer; as one of the provider’s own it could not stand behind it',
    kinds: ['express', 'render'],
    holds: [kept('forwards/prod/load-balancer', 'leads to pods of ingress (nginx)')],
    unless: components(['ingress'], (options) => ({ ...options, by: 'alb' })),
  },
  {
    id: 'HF-41',
    title: 'the mesh is Linkerd, and what it is told it can do',
    kinds: ['express', 'render'],
    holds: [kept('meshed/prod/service-mesh', 'Linkerd can do what service-mesh of prod is told')],
    unless: change('mesh', ['service-mesh'], (options) => ({ ...options, by: 'istio' })),
  },
]
