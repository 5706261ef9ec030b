// Namespaces that policies do not cover, policies that cover more than is called, and what is said of paths.

import type { Entry } from '../../findings/entry.ts'
import {
  drawsTheFlowAsCalled,
  dumpsWithoutRights,
  entersByWhatIsMaintained,
  isolatesTestnetByCalls,
  isolatesTheLedgers,
  isolatesWhatIsShared,
  leavesTheWebPorts,
  letsThroughWhatIsCalled,
  saysHowServicesPick,
  selectsMetadataName,
} from '../corrections.ts'

const apis = ['svc-identity', 'svc-wallet', 'svc-tokenomics']

function kept(...verdicts: readonly string[]): Entry['ends'] {
  return Object.fromEntries(verdicts.map((verdict) => [verdict, 'kept' as const]))
}

export const policies: readonly Entry[] = [
  {
    id: 'C45',
    fault: 'default deny for all namespaces, shown for one',
    found: [
      {
        verdict: 'protects/fabric',
        rule: 'policies',
        cause: 'no-default-deny/gx-protocol-cluster/fabric',
        shows: [
          'no policy isolates 12 of the 12 workloads of fabric in both directions',
          "'default deny and explicit allow' is said of it and shown by no object, and 65 calls would need rules there",
          'orderer0-org0 at TCP 7050: called by backend-mainnet/outbox-submitter, orderer1-org0, orderer2-org0',
          'peer0-org1 at TCP 7051: called by backend-mainnet/outbox-submitter, backend-mainnet/projector, peer0-org2',
        ],
      },
      {
        verdict: 'protects/fabric-testnet',
        rule: 'policies',
        cause: 'no-default-deny/gx-protocol-cluster/fabric-testnet',
        shows: ['no policy isolates 4 of the 4 workloads of fabric-testnet', '9 calls would need rules there'],
      },
    ],
    by: [isolatesTheLedgers],
    beside: [selectsMetadataName],
    ends: kept(
      'protects/fabric',
      'protects/fabric-testnet',
      'reaches/mainnet/outbox-submitter/orderer0-org0.fabric:orderer',
      'reaches/fabric/orderer0-org0/orderer1-org0:orderer',
      'reaches/fabric/peer0-org1/peer0-org2:peer',
    ),
  },
  {
    id: 'C46',
    fault: 'the list of policies differs between two sections',
    found: [
      {
        verdict: 'reaches/testnet/svc-identity/postgres:postgres',
        rule: 'egress',
        cause: 'no-egress-rule/backend-testnet/backend-testnet',
        shows: ['no rule lets svc-identity out to postgres at TCP 5432: 3 policies isolate svc-identity'],
      },
      {
        verdict: 'reaches/testnet/svc-identity/postgres:postgres',
        rule: 'ingress',
        cause: 'no-ingress-rule/backend-testnet/backend-testnet',
        shows: ['no rule lets svc-identity in to postgres at TCP 5432: default-deny isolates postgres'],
      },
      {
        verdict: 'reaches/ingress/nginx-ingress/api-gateway.backend-testnet:http',
        rule: 'ingress',
        cause: 'no-ingress-rule/backend-testnet/ingress-nginx',
        shows: ['no rule lets nginx-ingress in to backend-testnet/api-gateway at TCP 8080'],
      },
    ],
    by: [isolatesTestnetByCalls],
    ends: kept(
      'reaches/testnet/svc-identity/postgres:postgres',
      'reaches/ingress/nginx-ingress/api-gateway.backend-testnet:http',
    ),
  },
  {
    id: 'C49',
    fault: '“only NGINX can reach the gateway” is not what the rules say',
    found: [
      {
        verdict: 'onlyCalls/mainnet',
        rule: 'wide',
        cause: 'undeclared-ingress/NetworkPolicy/backend-mainnet/allow-backend-internal',
        shows: [
          'allow-backend-internal lets in on 108 ways, of which 13 are called',
          'api-gateway at TCP 8080: none that it lets in calls it: outbox-submitter, postgres,',
          'postgres at TCP 5432: called by outbox-submitter, postgres-backup, projector, svc-identity',
        ],
      },
    ],
    by: [letsThroughWhatIsCalled],
    ends: kept('onlyCalls/mainnet', 'reachedOnlyBy/mainnet/api-gateway'),
  },
  {
    id: 'C50',
    fault: 'Fabric access is given to every pod',
    found: [
      {
        verdict: 'onlyCalls/mainnet',
        rule: 'wide',
        cause: 'undeclared-egress/NetworkPolicy/backend-mainnet/allow-fabric-egress',
        shows: [
          'allow-fabric-egress lets out on 110 ways, of which 13 are called',
          'fabric/ca-org1, fabric/ca-org2 at TCP 7054: none that it lets out calls it: api-gateway',
          'fabric/orderer4-org0 at TCP 7050: called by outbox-submitter; let out too: api-gateway, postgres',
        ],
      },
    ],
    by: [letsThroughWhatIsCalled],
    ends: kept('onlyCalls/mainnet'),
  },
  {
    id: 'C51',
    fault: 'the traffic flow contains a hop that does not exist',
    found: [
      {
        verdict: 'carries/mainnet/traffic-flow',
        rule: 'undeclared',
        cause: 'undeclared-call/mainnet/svc-identity/outbox-submitter',
        shows: ['svc-identity does not call outbox-submitter: nothing declares it', 'listens on metrics (TCP 9090)'],
      },
    ],
    by: [drawsTheFlowAsCalled],
    beside: [selectsMetadataName],
    ends: kept('carries/mainnet/traffic-flow'),
  },
  {
    id: 'C52',
    fault: 'the backup job cannot reach the API server',
    found: [
      {
        verdict: 'reaches/mainnet/postgres-backup/kube-apiserver',
        rule: 'egress',
        cause: 'no-egress-rule/backend-mainnet/outside',
        shows: ['no rule lets postgres-backup out to the API server: 4 policies isolate postgres-backup'],
      },
    ],
    by: [dumpsWithoutRights],
    ends: {
      'reaches/mainnet/postgres-backup/kube-apiserver': 'gone',
      'reaches/mainnet/postgres-backup/postgres:postgres': 'kept',
    },
  },
  {
    id: 'C53',
    fault: 'namespaces used but not planned',
    found: [
      {
        verdict: 'protects/monitoring',
        rule: 'policies',
        cause: 'no-default-deny/gx-protocol-cluster/monitoring',
        shows: ['no policy isolates the one workload of monitoring in both directions', 'prometheus'],
      },
      {
        verdict: 'protects/ingress',
        rule: 'policies',
        cause: 'no-default-deny/gx-protocol-cluster/ingress-nginx',
        shows: ['no policy isolates the one workload of ingress-nginx', 'called by nginx-ingress'],
      },
      ...[80, 443].map((port) => ({
        verdict: `host-ports/gx-protocol-cluster/TCP-${port}`,
        rule: 'taken',
        cause: 'one-port-for-two/gx-protocol-cluster/svclb-nginx-ingress/svclb-traefik',
        shows: [`svclb-nginx-ingress and svclb-traefik both ask for TCP ${port} of the same node`, 'stays Pending'],
      })),
      {
        advice: 'no-more-fixes/gx-protocol-cluster/ingress-nginx',
        shows: ['ingress-nginx gets no more fixes since 2026-03-31', 'runs as: nginx-ingress'],
      },
    ],
    by: [isolatesWhatIsShared, entersByWhatIsMaintained, leavesTheWebPorts],
    ends: kept(
      'protects/monitoring',
      'protects/ingress',
      'host-ports/gx-protocol-cluster/TCP-80',
      'host-ports/gx-protocol-cluster/TCP-443',
    ),
  },
  {
    id: 'C76',
    fault: 'Services are not round-robin',
    found: apis.map((api) => ({
      verdict: `balances/mainnet/${api}`,
      rule: 'picks',
      cause: 'service-proxy/gx-protocol-cluster',
      shows: ['kube-proxy in mode iptables picks at random, and not in turn (round-robin)'],
    })),
    by: [saysHowServicesPick],
    ends: kept(...apis.map((api) => `balances/mainnet/${api}`)),
  },
]
