// The ledger: orderers put transactions in order, peers validate them; each member of the consortium has some of both, in a
// segment and with a module of its own.

import { ledger, outside } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { members, modules } from './consortium.ts'
import { ofMembers } from './places.ts'
import { hardened, spreadOut } from './usual.ts'

const hosting = says('Hosting Strategy', 43)

const on = (role: 'orderer' | 'peer') => ({
  require: [{ label: 'ledger-role', in: [role] }],
  spread: [{ ...spreadOut.spread[0], over: { app: 'blockchain', role } }],
})

const operated = (count: number, last: 'kubernetes' | 'bare-metal') =>
  members.flatMap((by, at) => {
    const hsm = modules[at]
    const own = ofMembers[at]
    const on = at === members.length - 1 ? last : 'kubernetes'
    return hsm && own ? [{ by, count, hsm, in: own, on } as const] : []
  })

export const blockchain = ledger('blockchain', {
  orderers: {
    operators: operated(1, 'kubernetes'),
    port: 7050,
    consensus: 'raft',
    account: 'orderer',
    secrets: ['orderer-identity'],
    place: on('orderer'),
    volume: { size: '20Gi', class: 'gp3' },
    backups: [{ by: 'snapshot', every: '1h', takes: '10m', to: outside('the members of the consortium') }],
    stated: hosting,
  },
  peers: {
    // The last of them keeps its peers on hosts of its own.
    operators: operated(2, 'bare-metal'),
    port: 7051,
    account: 'peer',
    secrets: ['peer-identity'],
    place: on('peer'),
    volume: { size: '50Gi', class: 'gp3' },
    backups: [{ by: 'snapshot', every: '1h', takes: '20m', to: outside('the members of the consortium') }],
    stated: hosting,
  },
  security: hardened,
  requests: { cpu: '500m', memory: '1Gi' },
  limits: { cpu: 1, memory: '2Gi' },
  stated: says('Logical Layout', 28, 29, 30),
})
