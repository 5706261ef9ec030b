// Security controls, the standards that each is for, and the promises that fulfil it.

import { control } from 'seaworthy'
import { accessLog, atRest, copies, keys, residency, signedIn } from './protection.ts'
import { says } from './says.ts'
import { gdpr, hipaa, iso27001, pciDss, soc2 } from './standards.ts'
import { betweenServices } from './traffic.ts'

const data = (line: number) => says('Data Protection and Compliance', line)
const layer = (line: number) => says('Security Architecture', line)

export const controls = [
  control('encryption at rest', { of: [soc2, iso27001], fulfilledBy: [atRest, keys], stated: data(657) }),
  control('encryption in transit', {
    of: [pciDss, gdpr],
    fulfilledBy: [betweenServices, 'certificate monitoring'],
    stated: data(658),
  }),
  control('backup encryption', { of: [gdpr, hipaa], fulfilledBy: [copies], stated: data(659) }),
  control('access controls', { of: ['SOX', gdpr], fulfilledBy: ['RBAC', accessLog], stated: data(660) }),
  control('data residency', { of: [gdpr, 'local regulations'], fulfilledBy: [residency], stated: data(661) }),
  control('network security', {
    of: [iso27001, soc2],
    fulfilledBy: ['firewalls', 'VPN', 'network segmentation'],
    audited: 'quarter',
    stated: layer(759),
  }),
  control('container security', {
    of: ['CIS benchmarks'],
    fulfilledBy: ['image scanning', 'runtime protection'],
    audited: 'continuous',
    stated: layer(760),
  }),
  control('application security', {
    of: ['OWASP Top 10'],
    fulfilledBy: ['authentication', 'authorization', 'input validation'],
    audited: 'month',
    stated: layer(761),
  }),
  // Done at the level of database and application: what Kubernetes encrypts and writes down is another layer's.
  control('data security', {
    of: [gdpr, hipaa],
    fulfilledBy: [atRest, signedIn, 'audit logging'],
    audited: 'quarter',
    stated: layer(762),
  }),
  control('infrastructure security', {
    of: ['CIS controls'],
    fulfilledBy: ['hardened OS', 'patch management', 'monitoring'],
    audited: 'month',
    stated: layer(763),
  }),
]
