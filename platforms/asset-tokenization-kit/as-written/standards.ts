// The compliance framework: laws and standards, and how the platform says that it stands to each.

import { standard } from 'seaworthy'
import { says } from './says.ts'

const framework = (line: number) => says('Compliance Framework', line)

export const soc2 = standard('SOC 2 Type II', {
  status: 'in-progress',
  verifiedBy: 'audit',
  every: 'year',
  stated: framework(769),
})

export const iso27001 = standard('ISO 27001', {
  status: 'planned',
  verifiedBy: 'certification',
  stated: framework(770),
})

export const gdpr = standard('GDPR', {
  status: 'compliant',
  about: ['personal'],
  verifiedBy: 'review',
  stated: framework(771),
})

export const pciDss = standard('PCI DSS', {
  status: 'not-applicable',
  about: ['card'],
  verifiedBy: 'assessment',
  stated: framework(772),
})

export const hipaa = standard('HIPAA', {
  status: 'optional',
  about: ['health'],
  verifiedBy: 'assessment',
  stated: framework(773),
})

export const standards = [soc2, iso27001, gdpr, pciDss, hipaa]
