import type { Entry } from '../../findings/entry.ts'
import { advice, assumed, byRule, open, unsaid } from '../../findings/found.ts'

export const cluster: readonly Entry[] = [
  {
    id: 'C037',
    fault: 'three database copies do not fit into the data pool’s disks',
    certainty: 'likely',
    lines: [211, 517, 848],
    found: [
      unsaid(
        'forecasts/asset-tokenization-kit/database',
        'volume',
        'the disk of data-1, if it is a part of that: 500G',
      ),
    ],
  },
  {
    id: 'C040',
    fault: '“Fixed 2-3 nodes” is not fixed',
    certainty: 'certain',
    lines: [212],
    found: [
      byRule('pools/kubernetes/system', 'number', 'fixed-range/kubernetes/system', 'system is fixed, and has 2 to 3'),
    ],
  },
  {
    id: 'C042',
    fault: 'GPU pool for ML workloads that don’t exist',
    certainty: 'certain',
    lines: [[130, 148], 213],
    found: [advice('unused-pool/kubernetes/gpu', 'nothing chooses the pool gpu of kubernetes')],
    stays: 'the pool is stated, and none of its machines stands until a pod asks for one',
  },
  {
    id: 'C043',
    fault: '“Compute-optimized” with 8 CPU and 32GB',
    certainty: 'likely',
    lines: [[132, 134], 210],
    found: [
      unsaid(
        'pools/kubernetes',
        'oneCloud',
        'no one of aws, azure and gcp has the machines of all pools of kubernetes',
        'application: azure, gcp',
        'data: aws',
      ),
    ],
  },
  {
    id: 'C046',
    fault: 'pools not assigned: Redis, subgraph, gateway, mesh, Elasticsearch, Jaeger, object store',
    certainty: 'likely',
    lines: [
      [132, 146],
      [210, 212],
    ],
    found: [advice('unused-pool/kubernetes/system', 'nothing chooses the pool system of kubernetes')],
  },
  {
    id: 'C048',
    fault: 'no availability zones, no spread, no anti-affinity',
    certainty: 'certain',
    lines: [109, [130, 148], [197, 204], 829],
    found: [
      unsaid(
        'apart/production',
        'together',
        'nothing that is said keeps pods of one kind apart: one node may hold them all',
        'api-backend: at least 2 pods',
        'web-frontend: at least 3 pods',
      ),
    ],
  },
  {
    id: 'C049',
    fault: 'no PodDisruptionBudget and no node maintenance procedure',
    certainty: 'certain',
    lines: [199, [515, 519], 763],
    found: [
      unsaid(
        'apart/production',
        'budget',
        'the autoscaler of application takes nodes away, and nobody says how many pods may go at once',
      ),
    ],
  },
  {
    id: 'C051',
    fault: 'control plane: managed or own is open; no replica count for API server and etcd',
    certainty: 'certain',
    lines: [[120, 128]],
    found: [unsaid('control-plane/kubernetes', 'etcd', 'nobody says how many members etcd of kubernetes has')],
  },
  {
    id: 'C054',
    fault: 'CNI not named, but network policies depend on it',
    certainty: 'certain',
    lines: [151, [625, 626]],
    found: [
      unsaid(
        'enforces/kubernetes',
        'named',
        'policies are said to be enforced in kubernetes, and nobody names the network plugin that does',
        'production: ',
      ),
    ],
  },
  {
    id: 'C055',
    fault: 'service mesh left open (Istio or Linkerd)',
    certainty: 'certain',
    lines: [153, 552],
    found: [open('mesh', 'istio, linkerd')],
  },
  {
    id: 'C056',
    fault: 'Envoy sidecars with Linkerd as option',
    certainty: 'certain',
    lines: [552, 554],
    found: [
      byRule(
        'meshed/production/service-mesh',
        'proxy',
        'other-proxy/service-mesh/linkerd',
        'where mesh=linkerd: the proxies of Linkerd are linkerd2-proxy, and not envoy',
      ),
    ],
  },
  {
    id: 'C057',
    fault: 'sidecar overhead not in the pod sums',
    certainty: 'likely',
    lines: [[513, 519], 554],
    found: [
      assumed(
        'placed/production/api-backend',
        'mutates/kubernetes/Istio',
        'what Istio adds to pods changes nothing here',
      ),
    ],
    stays: 'what an injector adds is written in no object',
  },
  {
    id: 'C063',
    fault: 'secrets “Encryption at rest” without any means',
    certainty: 'likely',
    lines: [204, 287],
    found: [
      unsaid(
        'secrets/production/encrypted',
        'encrypted',
        'nobody says whether the API server of kubernetes encrypts Secrets',
      ),
    ],
  },
  {
    id: 'C052',
    fault: 'etcd has no backup and no recovery',
    certainty: 'certain',
    lines: [127, [638, 642], [791, 806]],
    found: [
      unsaid(
        'recovers/production/any-failure/infrastructure',
        'etcd',
        'nobody says that a copy of what etcd of kubernetes holds is taken, nor what applies it again',
      ),
    ],
  },
]
