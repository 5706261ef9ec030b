import type { Entry } from '../../findings/entry.ts'
import {
  letsTheCollectorIn,
  opensDnsOverTcp,
  opensServicePorts,
  selectsMetadataName,
  watchesWhatIsPromised,
} from '../corrections.ts'

const unseen = ['unseen-policies/gx-protocol-cluster/fabric']
const selecting = [
  ['allow-dns-egress', 'kube-system', 'kubernetes.io/metadata.name=kube-system'],
  ['allow-fabric-egress', 'fabric', 'component=blockchain, environment=mainnet, kubernetes.io/metadata.name=fabric'],
  ['allow-api-gateway-ingress', 'ingress-nginx', 'kubernetes.io/metadata.name=ingress-nginx'],
] as const

const cutOff = [
  ['resolves/mainnet/dns', 'egress', 'kube-system'],
  ['reaches/mainnet/outbox-submitter/orderer0-org0.fabric:orderer', 'egress', 'fabric'],
  ['reaches/mainnet/projector/peer0-org1.fabric:peer', 'egress', 'fabric'],
  ['reachedOnlyBy/mainnet/api-gateway', 'ingress', 'ingress-nginx'],
] as const

export const network: readonly Entry[] = [
  {
    id: 'C40',
    fault: 'policies select labels that the namespaces do not have',
    found: [
      ...selecting.map(([policy, namespace, has]) => ({
        verdict: `selects/mainnet/${policy}`,
        rule: 'selects',
        cause: `namespace-label/gx-protocol-cluster/name=${namespace}`,
        shows: [`name=${namespace} finds no namespaces`, `${namespace}: has ${has}`],
      })),
      ...cutOff.map(([verdict, rule, namespace]) => ({
        verdict,
        rule,
        cause: `namespace-label/gx-protocol-cluster/name=${namespace}`,
        shows: [`means namespaces with name=${namespace}, and none has that`],
      })),
    ],
    by: [selectsMetadataName],
    beside: [opensDnsOverTcp],
    ends: {
      ...Object.fromEntries(selecting.map(([policy]) => [`selects/mainnet/${policy}`, 'kept' as const])),
      'resolves/mainnet/dns': 'kept',
      'reachedOnlyBy/mainnet/api-gateway': 'kept',
      'reaches/mainnet/outbox-submitter/orderer0-org0.fabric:orderer': unseen,
      'reaches/mainnet/projector/peer0-org1.fabric:peer': unseen,
    },
  },
  {
    id: 'C41',
    fault: 'two service ports are missing inside the namespace',
    found: [
      {
        verdict: 'connects/mainnet/calls',
        rule: 'egress',
        cause: 'egress-ports/NetworkPolicy/backend-mainnet/allow-backend-internal',
        shows: [
          'no rule lets 5 workloads out to api-gateway at TCP 8080',
          'allow-backend-internal: lets through TCP 5432, 6379, 3001, 3002 only',
        ],
      },
      {
        verdict: 'reaches/mainnet/api-gateway/svc-tokenomics:http',
        rule: 'egress',
        cause: 'egress-ports/NetworkPolicy/backend-mainnet/allow-backend-internal',
        shows: [
          'no rule lets api-gateway out to svc-tokenomics at TCP 3003',
          'allow-backend-internal: lets through TCP 5432, 6379, 3001, 3002 only',
        ],
      },
    ],
    by: [opensServicePorts],
    ends: { 'connects/mainnet/calls': 'kept', 'reaches/mainnet/api-gateway/svc-tokenomics:http': 'kept' },
  },
  {
    id: 'C42',
    fault: 'Prometheus cannot scrape',
    found: [
      {
        verdict: 'scrapes/mainnet/prometheus',
        rule: 'ingress',
        cause: 'no-ingress-rule/backend-mainnet/monitoring',
        shows: ['no rule lets monitoring/prometheus in to 6 workloads at TCP 9090', 'pods of backend-mainnet only'],
      },
    ],
    by: [letsTheCollectorIn],
    ends: { 'scrapes/mainnet/prometheus': 'kept' },
  },
  {
    id: 'C44',
    fault: 'DNS over UDP only',
    found: [
      {
        verdict: 'resolves/mainnet/dns',
        rule: 'egress',
        cause: 'egress-protocol/NetworkPolicy/backend-mainnet/allow-dns-egress',
        shows: ['kube-system/coredns at TCP 53', 'lets that port through over UDP only'],
      },
    ],
    by: [opensDnsOverTcp],
    beside: [selectsMetadataName],
    ends: { 'resolves/mainnet/dns': 'kept' },
  },
  {
    id: 'C72',
    fault: 'the lag alert is 50 times the promise',
    found: [
      {
        verdict: 'watched/mainnet/projector_lag_milliseconds',
        rule: 'threshold',
        cause: 'threshold/projector_lag_milliseconds',
        shows: ['promised is below 100ms; ProjectorLagHigh fires above 5s, 50 times the bound, and only after 2m more'],
      },
      {
        verdict: 'watched/mainnet/projector_lag_milliseconds',
        rule: 'absence',
        cause: 'absence/projector_lag_milliseconds',
        shows: ['when projector is down, the series projector_lag_milliseconds ends', 'never fires'],
      },
    ],
    by: [watchesWhatIsPromised],
    ends: { 'watched/mainnet/projector_lag_milliseconds': 'kept' },
  },
]
