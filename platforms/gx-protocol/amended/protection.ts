// Who may do what, how Secrets are kept, what is written down of it, and how one environment is called.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { fabricMainnet, fabricTest, mainnet, testnet, vaulted } from './environments.ts'
import { standby } from './standby.ts'

const ledgers = [
  { backend: mainnet, ledger: fabricMainnet },
  { backend: testnet, ledger: fabricTest },
]

export const protection = [
  ...ledgers.flatMap(({ backend, ledger }) => [
    promise.accounts('own', { in: backend, stated: says('8.1', 879) }),
    promise.accounts('leastPrivilege', { in: backend, stated: says('8.1', 880) }),
    promise.accounts('noClusterAdmin', { in: backend, stated: says('8.1', 881) }),
    promise.accounts('keptOut', { in: backend, of: ledger, stated: says('8.1', 874) }),
    promise.secrets('encrypted', { in: backend, stated: says('8.1', [921, 922]) }),
    promise.secrets('byReference', { in: backend, stated: says('8.1', 923, 924) }),
    promise.secrets('perNamespace', { in: backend, stated: says('3.1', 182) }),
    promise.secrets('keptOutside', { in: backend, stated: says('8.1, 10.1', 925, 1104) }),
    promise.sharesLabel('environment', [backend, ledger], { stated: says('4.1', 259, 263, 267, 273) }),
  ]),
  promise.sharesLabel('component', [mainnet, testnet], { stated: says('4.1', 267, 272) }),
  promise.sharesLabel('component', [fabricMainnet, fabricTest], { stated: says('4.1', 259, 263) }),
  promise.accounts('leastPrivilege', { in: vaulted, stated: says('8.1', 880) }),
  promise.accounts('noClusterAdmin', { in: vaulted, stated: says('8.1', 881) }),
  promise.audits({ in: mainnet, stated: says('8.3', [959, 961]) }),
  // The rows of production are as well kept where they stand by.
  promise.secrets('encrypted', { in: standby, stated: says('8.1', [921, 922]) }),
  promise.audits({ in: standby, stated: says('8.3', [959, 961]) }),
]
