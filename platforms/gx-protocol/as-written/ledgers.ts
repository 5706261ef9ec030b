// Section 2.2 and 4.2: Hyperledger Fabric, the neighbour on the same nodes.

import { ledger } from 'seaworthy'
import { says } from './says.ts'

export const fabric = ledger('fabric', {
  orderers: {
    names: ['orderer0-org0', 'orderer1-org0', 'orderer2-org0', 'orderer3-org0', 'orderer4-org0'],
    port: 7050,
    consensus: 'raft',
  },
  peers: { names: ['peer0-org1', 'peer1-org1', 'peer0-org2', 'peer1-org2'], port: 7051 },
  authorities: { names: ['ca-org1', 'ca-org2'], port: 7054 },
  databases: { count: 4 },
  stated: says('2.2, 4.2', [80, 83], [288, 292], [297, 300], 305, 306),
})

export const fabricTestnet = ledger('fabric-testnet', {
  orderers: { names: ['orderer0-org0'], port: 7050, consensus: 'raft' },
  peers: { names: ['peer0-org1', 'peer0-org2'], port: 7051 },
  databases: { count: 2 },
  stated: says('2.2', [104, 106]),
})
