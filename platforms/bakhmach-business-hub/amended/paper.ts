// The document as it is after the amendments: it says how things are to be, and is not ready before its tasks are done.

import { paper } from 'seaworthy'

export const document = paper('Bakhmach-Business-Hub - Deployment Architecture & Infrastructure, amended', {
  version: '2.0',
  date: '2026-11-22',
  status: 'target',
  owner: 'DevOps Team',
  nextReview: '2027-11-22',
})
