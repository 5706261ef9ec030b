import type { Entry } from '../../findings/entry.ts'
import { advice, byRule, open, unsaid } from '../../findings/found.ts'

export const drawings: readonly Entry[] = [
  {
    id: 'C003',
    fault: 'infrastructure as code is promised and used for recovery, but none is described or listed',
    certainty: 'certain',
    lines: [5, 794, [858, 862]],
    found: [
      unsaid(
        'recovers/production/any-failure/infrastructure',
        'procedure',
        'no procedure says how the infrastructure of production comes back, and 2h is promised',
      ),
    ],
  },
  {
    id: 'C005',
    fault: 'cloud-neutral text, AWS-only automation, provider undecided',
    certainty: 'likely',
    lines: [28, 639, 759, 862],
    found: [open('object-storage', 'storage managedBy s3, storage by minio')],
  },
  {
    id: 'C007',
    fault: 'monitoring is outside the cluster in the drawing and inside it in the charts',
    certainty: 'certain',
    lines: [65, 68, 146, 237, 509],
    found: [
      byRule(
        'overlooks/asset-tokenization-kit/monitoring',
        'outside',
        'inside/monitoring',
        'monitoring is to stand outside kubernetes, which it watches, and does not',
        'alert-manager: chart monitoring puts it into production, on kubernetes',
        'prometheus: chart monitoring puts it into production, on kubernetes',
      ),
    ],
  },
  {
    id: 'C010',
    fault: 'object storage is a cluster component with no chart, pod, volume or node',
    certainty: 'certain',
    lines: [61, [232, 238], [513, 519], 639, [648, 651]],
    found: [open('object-storage', 'storage managedBy s3, storage by minio')],
  },
  {
    id: 'C011',
    fault: 'object store technology left open (S3 or MinIO)',
    certainty: 'certain',
    lines: [61, 569, 639],
    found: [open('object-storage', 'storage managedBy s3, storage by minio')],
  },
  {
    id: 'C012',
    fault: 'ingress controller left open (NGINX or Traefik)',
    certainty: 'certain',
    lines: [43, 202],
    found: [open('ingress', 'nginx, traefik')],
  },
  {
    id: 'C019',
    fault: 'web→API and API→Subgraph connections vanish in the network drawing',
    certainty: 'certain',
    lines: [
      [84, 85],
      [588, 594],
    ],
    found: [
      byRule(
        'drawn/asset-tokenization-kit/network architecture',
        'calls',
        'drawn/network architecture/calls',
        '2 declared ways between two boxes have no arrow',
        'api-backend: subgraph',
        'web-frontend: api-backend',
      ),
    ],
  },
  {
    id: 'C020',
    fault: 'subgraph is reachable from the ingress in one drawing, only from the API in the other',
    certainty: 'certain',
    lines: [85, 590],
    found: [
      byRule(
        'drawn/asset-tokenization-kit/network architecture',
        'arrows',
        'drawn/network architecture/arrows',
        'ingress-controller: subgraph',
      ),
    ],
  },
  {
    id: 'C026',
    fault: 'cache is backed up in the storage table and not in the drawing',
    certainty: 'likely',
    lines: [[94, 95], 640, 650],
    found: [
      byRule(
        'recovers/production/any-failure/cache-after-loss-of-a-region',
        'data',
        'copies-too-far-apart/production/cache',
        'the rows of cache come back, if cache-backup is left, but for more than 1h',
        'cache-backup: unknown: nobody says where it lies',
      ),
    ],
  },
  {
    id: 'C028',
    fault: '“Multiple layers of redundancy” with single parts in the path',
    certainty: 'likely',
    lines: [109, 146, 519, 38],
    found: [
      advice(
        'single-pod/kubernetes',
        'production/service-gateway: 1 workload calls it',
        'production/subgraph: at the minimum of its autoscaler',
      ),
    ],
  },
  {
    id: 'C029',
    fault: 'TLS ends at the load balancer and again at the ingress',
    certainty: 'likely',
    lines: [38, 43, 202, 546, 548],
    found: [
      byRule(
        'forwards/production/load-balancer',
        'ends',
        'tls-ends-twice/production/load-balancer',
        'TLS ends at load-balancer and again at ingress-controller',
      ),
    ],
  },
  {
    id: 'C032',
    fault: 'web, API and cache tiers have four or five names each',
    certainty: 'certain',
    lines: [49, 51, [505, 508], [515, 518], [558, 560], 567, 59],
    found: [
      advice(
        'names/asset-tokenization-kit/web-frontend',
        'web-frontend has 2 names in drawings',
        'Web Application Pods: production deployment architecture',
        'Web Service: network architecture',
      ),
    ],
  },
]
