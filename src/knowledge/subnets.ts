// What providers refuse to make in subnets of fewer zones. What is not in this table is not known here.

import type { Known } from './table.ts'

export interface SubnetNeed {
  readonly name: string
  readonly zones: number
}

const asOf = '2026-11-22'

const table: { readonly [product: string]: Known<SubnetNeed> } = {
  alb: {
    value: { name: 'an Application Load Balancer', zones: 2 },
    source: 'kubernetes-sigs.github.io/aws-load-balancer-controller/v2.10/deploy/subnet_discovery',
    asOf,
  },
  eks: {
    value: { name: 'EKS', zones: 2 },
    source: 'docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
    asOf,
  },
  rds: {
    value: { name: 'RDS', zones: 2 },
    source: 'docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html',
    asOf,
  },
}

/** In how many zones a product needs subnets; undefined where nobody here knows of any need. */
export function subnetNeed(product: string | undefined): Known<SubnetNeed> | undefined {
  return product !== undefined && Object.hasOwn(table, product) ? table[product] : undefined
}
