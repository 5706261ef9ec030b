// The compliance framework: laws and standards, how the platform stands to each, what is done for them, and the promises that
// it is done by.

import { control, standard } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { hipaa, iso27001, pciDss, soc2 } from '../as-written/standards.ts'
import { accessLog, accounts, atRest, copies, hardened, keys, residency, secrets, signedIn } from './protection.ts'
import { securityTeam } from './teams.ts'
import { betweenServices, certificatesLast, dataLayer, onlyCalls } from './traffic.ts'

const framework = (line: number) => says('Compliance Framework', line)
const data = (line: number) => says('Data Protection and Compliance', line)
const layer = (line: number) => says('Security Architecture', line)

const gdpr = standard('GDPR', {
  status: 'compliant',
  about: ['personal'],
  verifiedBy: 'review',
  every: 'year',
  stated: framework(771),
})

// What the document names as a standard of a layer, and says no more about: worked towards, and nothing claimed.
const toward = (name: string, line: number) => standard(name, { status: 'in-progress', stated: layer(line) })
const sox = standard('SOX', { status: 'in-progress', stated: data(660) })
const local = standard('local regulations', { status: 'in-progress', stated: data(661) })
const cisBenchmarks = toward('CIS benchmarks', 760)
const owasp = toward('OWASP Top 10', 761)
const cisControls = toward('CIS controls', 763)

export const standards = [...[soc2, iso27001, gdpr, pciDss, hipaa], ...[sox, local, cisBenchmarks, owasp, cisControls]]

const owner = securityTeam

export const controls = [
  control('encryption at rest', { owner, of: [soc2, iso27001], fulfilledBy: [atRest, keys], stated: data(657) }),
  // No card is ever seen: what the row has of PCI DSS is about nothing here.
  control('encryption in transit', {
    owner,
    of: [gdpr],
    fulfilledBy: [betweenServices, certificatesLast],
    stated: data(658),
  }),
  control('backup encryption', { owner, of: [gdpr, hipaa], fulfilledBy: [copies], stated: data(659) }),
  control('access controls', { owner, of: [sox, gdpr], fulfilledBy: [accessLog, ...accounts], stated: data(660) }),
  control('data residency', { owner, of: [gdpr, local], fulfilledBy: residency, stated: data(661) }),
  control('network security', {
    ...{ owner, of: [iso27001, soc2], audited: 'quarter', stated: layer(759) },
    fulfilledBy: [...onlyCalls, ...dataLayer],
  }),
  control('container security', {
    ...{ owner, of: [cisBenchmarks], audited: 'continuous', stated: layer(760) },
    fulfilledBy: hardened,
  }),
  control('application security', {
    ...{ owner, of: [owasp], audited: 'month', stated: layer(761) },
    fulfilledBy: [signedIn, betweenServices],
  }),
  control('data security', {
    ...{ owner, of: [gdpr, hipaa], audited: 'quarter', stated: layer(762) },
    fulfilledBy: [atRest, secrets, signedIn, accessLog],
  }),
  control('infrastructure security', {
    ...{ owner, of: [cisControls], audited: 'month', stated: layer(763) },
    fulfilledBy: [accessLog, secrets, ...accounts],
  }),
]
