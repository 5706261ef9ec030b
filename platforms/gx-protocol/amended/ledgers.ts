// Section 2.2 and 4.2: Hyperledger Fabric, the neighbour on the same nodes.

import { ledger, outside } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { inProduction, onWorker, ordererSpread } from './places.ts'

// One beside each peer, which alone calls it; the document names neither the instances nor their port.
const couchdb = { port: 5984 } as const

// The document gives the ledger's load by node only: what a quota counts is a floor under each member, and a ceiling.
const bounded = {
  requests: { cpu: '250m', memory: '512Mi' },
  limits: { cpu: '2000m', memory: '4Gi' },
} as const

const ordering = { account: 'orderer', secrets: ['orderer-identity'] } as const
const validating = { account: 'peer', secrets: ['peer-identity'] } as const
const certifying = { account: 'authority', secrets: ['authority-key'] } as const
const keeping = { account: 'couchdb', secrets: ['couchdb-password'] } as const

export const fabric = ledger('fabric', {
  orderers: {
    ...ordering,
    names: ['orderer0-org0', 'orderer1-org0', 'orderer2-org0', 'orderer3-org0', 'orderer4-org0'],
    port: 7050,
    consensus: 'raft',
    place: ordererSpread,
    stated: says('2.2, 4.2', 80, [288, 292]),
  },
  peers: {
    ...validating,
    names: ['peer0-org1', 'peer1-org1', 'peer0-org2', 'peer1-org2'],
    port: 7051,
    backups: [{ by: 'snapshot', every: '1h', takes: '20m', to: outside('object storage of another provider') }],
    stated: says('2.2, 4.2', 81, [297, 300]),
  },
  authorities: { ...certifying, names: ['ca-org1', 'ca-org2'], port: 7054, stated: says('2.2, 4.2', 83, 305, 306) },
  databases: {
    ...keeping,
    names: ['couchdb-peer0-org1', 'couchdb-peer1-org1', 'couchdb-peer0-org2', 'couchdb-peer1-org2'],
    ...couchdb,
    stated: says('2.2', 82),
  },
  place: { require: inProduction },
  ...bounded,
  stated: says('2.2', [79, 83]),
})

export const fabricTestnet = ledger('fabric-testnet', {
  orderers: {
    ...ordering,
    names: ['orderer0-org0'],
    port: 7050,
    consensus: 'raft',
    stated: says('2.2, 4.2', 104, 288),
  },
  peers: { ...validating, names: ['peer0-org1', 'peer0-org2'], port: 7051, stated: says('2.2, 4.2', 105, 297) },
  databases: { ...keeping, names: ['couchdb-peer0-org1', 'couchdb-peer0-org2'], ...couchdb, stated: says('2.2', 106) },
  place: onWorker,
  ...bounded,
  stated: says('2.2', [103, 105]),
})

/** As small as that of Testnet; planned with Devnet. */
export const fabricDevnet = ledger('fabric-devnet', {
  orderers: { ...ordering, names: ['orderer0-org0'], port: 7050, consensus: 'raft' },
  peers: { ...validating, names: ['peer0-org1'], port: 7051 },
  databases: { ...keeping, names: ['couchdb-peer0-org1'], ...couchdb },
  place: onWorker,
  requests: { cpu: '100m', memory: '256Mi' },
  limits: { cpu: '500m', memory: '1Gi' },
})
