// What auditors hold the platform against. The document names nothing: its auditors look at security, and two of its businesses
// know what persons owe, some of whom live in the Union.

import { standard } from 'seaworthy'

export const standards = [
  standard('ISO 27001', { status: 'in-progress', verifiedBy: 'certification', every: 'year' }),
  standard('GDPR', { status: 'in-progress', about: ['personal'] }),
]
