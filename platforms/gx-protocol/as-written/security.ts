// Sections 3.1, 4.1, 8.1, 8.3 and 10.1: accounts, Secrets, the audit log, and how one environment is called.

import { promise } from 'seaworthy'
import { fabricMainnet, mainnet } from './environments.ts'
import { says } from './says.ts'

export const protection = [
  promise.accounts('own', { in: mainnet, stated: says('8.1', 879) }),
  promise.accounts('leastPrivilege', { in: mainnet, stated: says('8.1', 880) }),
  promise.accounts('noClusterAdmin', { in: mainnet, stated: says('8.1', 881) }),
  promise.accounts('keptOut', { in: mainnet, of: fabricMainnet, stated: says('8.1', 874) }),
  // A root filesystem that is read-only is promised where that is possible: of no container in particular.
  promise.hardened({
    in: mainnet,
    nonRoot: true,
    drops: ['NET_RAW', 'SYS_ADMIN'],
    seccomp: 'RuntimeDefault',
    stated: says('8.1', 916, 918, 919),
  }),
  promise.secrets('encrypted', { in: mainnet, stated: says('8.1', [921, 922]) }),
  promise.secrets('byReference', { in: mainnet, stated: says('8.1', 923, 924) }),
  promise.secrets('perNamespace', { in: mainnet, stated: says('3.1', 182) }),
  promise.secrets('keptOutside', { in: mainnet, stated: says('10.1', 1104) }),
  promise.audits({ in: mainnet, stated: says('8.3', [959, 961]) }),
  promise.sharesLabel('environment', [mainnet, fabricMainnet], { stated: says('4.1', 259, 267) }),
]
