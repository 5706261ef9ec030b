// How long an ordering service waits before it closes a batch that is not full, where nobody configures it.
import type { Known } from './table.ts'

/** Of orderers that agree by Raft: what Hyperledger Fabric's sample configuration says. */
export const usualBatch: Known<'2s'> = {
  value: '2s',
  source:
    'https://github.com/hyperledger/fabric, sampleconfig/configtx.yaml (as of 00c876482b15): Orderer.BatchTimeout',
  asOf: '2026-11-22',
}
