// The document as it is after the amendments.

import { paper } from 'seaworthy'

export const document = paper('GX Protocol Backend - Deployment Architecture, amended', {
  version: '2.0',
  date: '2026-11-21',
  status: 'production',
  owner: 'GX Protocol DevOps Team',
  nextReview: '2027-11-21',
})
