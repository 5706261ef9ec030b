// What products in the path of traffic can do; one outside the table is not known here. Sources by row.

import type { Known } from './table.ts'

type Kind = 'cdn' | 'waf' | 'load-balancer' | 'gateway' | 'dns'
type Range = readonly [least: number, most: number]

export interface EdgeProduct {
  readonly name: string
  readonly is: readonly Kind[]
  /** Layers that it works on; of DNS none. */
  readonly layers?: readonly number[]
  /** What it can be told to do; absent: not looked up. */
  readonly does?: readonly string[]
  /** Of its health checks: what its API takes. */
  readonly checks?: { readonly everySeconds: Range; readonly failures: Range; readonly timeoutSeconds: Range }
  /** Whose names it answers with. */
  readonly answers?: readonly ('cluster' | 'internet')[]
  /** The blocks that it calls from, as it publishes them. */
  readonly callsFrom?: readonly string[]
}

const asOf = '2026-11-22'
const elb = 'docs.aws.amazon.com/elasticloadbalancing/latest'
// The same for both kinds (elasticloadbalancing/latest/APIReference/API_CreateTargetGroup).
const checks = { everySeconds: [5, 300], failures: [2, 10], timeoutSeconds: [2, 120] } as const

const table: { readonly [by: string]: Known<EdgeProduct> } = {
  alb: {
    value: {
      name: 'an Application Load Balancer',
      is: ['load-balancer', 'gateway'],
      layers: [7],
      does: ['distributes', 'fails-over', 'routes-by-path', 'routes-by-host', 'authenticates'],
      checks,
    },
    source: `${elb}/application/introduction; ${elb}/application/target-group-health-checks`,
    asOf,
  },
  nlb: {
    value: {
      name: 'a Network Load Balancer',
      is: ['load-balancer'],
      layers: [4],
      does: ['distributes', 'fails-over'],
      checks,
    },
    source: `${elb}/network/introduction; ${elb}/network/target-group-health-checks`,
    asOf,
  },
  cloudfront: {
    value: {
      name: 'CloudFront',
      is: ['cdn'],
      layers: [7],
      does: ['caches', 'absorbs-ddos', 'routes-by-path', 'fails-over'],
    },
    source:
      'docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide: Introduction, high_availability_origin_failover, DownloadDistValuesPathPattern; docs.aws.amazon.com/waf/latest/developerguide/ddos-overview (Shield Standard)',
    asOf,
  },
  cloudflare: {
    value: {
      name: 'Cloudflare',
      is: ['cdn', 'waf', 'load-balancer', 'dns'],
      layers: [7],
      does: [
        'caches',
        'absorbs-ddos',
        'filters',
        'limits-rate',
        'authenticates',
        'routes-by-path',
        'routes-by-host',
        'distributes',
        'fails-over',
      ],
      answers: ['internet'],
      callsFrom: [
        ...['173.245.48.0/20', '103.21.244.0/22', '103.22.200.0/22', '103.31.4.0/22', '141.101.64.0/18'],
        ...['108.162.192.0/18', '190.93.240.0/20', '188.114.96.0/20', '197.234.240.0/22', '198.41.128.0/17'],
        ...['162.158.0.0/15', '104.16.0.0/13', '104.24.0.0/14', '172.64.0.0/13', '131.0.72.0/22'],
      ],
    },
    source: 'developers.cloudflare.com/fundamentals, /waf, /cache, /load-balancing, /dns; www.cloudflare.com/ips-v4',
    asOf,
  },
  route53: {
    value: { name: 'Route 53', is: ['dns'], answers: ['internet'] },
    source: 'docs.aws.amazon.com/Route53/latest/DeveloperGuide',
    asOf,
  },
  coredns: {
    value: { name: 'CoreDNS', is: ['dns'], answers: ['cluster', 'internet'] },
    source: 'coredns.io/plugins/kubernetes; coredns.io/plugins/file',
    asOf,
  },
  'kube-dns': {
    value: { name: 'kube-dns', is: ['dns'], answers: ['cluster'] },
    source: 'github.com/kubernetes/dns; kubernetes.io/docs/concepts/services-networking/dns-pod-service',
    asOf,
  },
}

/** The product behind a `by`; undefined outside the table. */
export function edgeProduct(by: string): Known<EdgeProduct> | undefined {
  return Object.hasOwn(table, by) ? table[by] : undefined
}
