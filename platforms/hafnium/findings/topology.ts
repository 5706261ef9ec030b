// The picture: regions, subnets, the provider, the way in and the way out.

import type { Entry } from '../../findings/entry.ts'
import { byRule, open, unsaid } from '../../findings/found.ts'

export const topology: readonly Entry[] = [
  {
    id: 'C08',
    fault: 'two providers in the title, and services of one in the content',
    certainty: 'certain',
    lines: [11, [16, 32], 54, 90, 99, 100],
    found: [
      open('provider', 'aws, gcp'),
      byRule('provided/eks', 'provider', 'provider/eks', 'eks is eks, a service of aws, and stands in gcp'),
    ],
  },
  {
    id: 'C09',
    fault: 'one subnet of each tier, and providers ask for two zones',
    certainty: 'interpretation',
    lines: [15, 20, 29],
    found: [
      ['load-balancer', 'an Application Load Balancer', 'public'],
      ['eks', 'EKS', 'private-app'],
      ['postgresql', 'RDS', 'private-data'],
    ].map(([what, product, tier]) =>
      unsaid(
        `subnets/prod/${what}`,
        'zones',
        `${product} needs subnets in 2 zones, and nobody says in which zones ${tier} has any: as one subnet, ${what} is refused there`,
      ),
    ),
  },
  {
    id: 'C10',
    fault: 'one region is drawn, and what comes back needs two',
    certainty: 'certain',
    lines: [11, [98, 100]],
    found: [
      unsaid(
        'spans/prod',
        'regions',
        'regions: several are promised, and there are none that is named; nobody says the region of eks, eks-dr',
      ),
      byRule('drawn/hafnium/infrastructure taxonomy', 'whole', 'drawn/infrastructure taxonomy/whole', 'without: state'),
    ],
  },
  {
    id: 'C18',
    fault: 'ingress, mesh and rollout are each left open, and one choice of them does not fit the picture',
    certainty: 'certain',
    lines: [38, 54, 55, 68],
    found: [
      open('ingress', 'nginx, alb'),
      open('mesh', 'linkerd, istio'),
      open('rollout'),
      byRule(
        'forwards/prod/load-balancer',
        'leads',
        'balancer-before-itself/prod/load-balancer',
        'each an Application Load Balancer, and none of them can lead to another',
      ),
    ],
  },
  {
    id: 'C20',
    fault: 'one NAT gateway, in one zone',
    certainty: 'interpretation',
    lines: [17],
    found: ['prod', 'dr'].map((environment) =>
      unsaid(
        `way-out/${environment}/nat-gateway`,
        'zones',
        'nat-gateway stands in one zone',
        'each of them hangs on another',
      ),
    ),
  },
]
