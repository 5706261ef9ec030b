// The document as it is after the amendments.

import { paper } from 'seaworthy'
import { says } from '../as-written/says.ts'

export const document = paper('ProjectX - Deployment Topology, amended', {
  version: '1.0',
  date: '2026-11-21',
  status: 'target',
  owner: 'platform team',
  nextReview: '2027-05-21',
  stated: says('Deployment Topology', 3),
})
