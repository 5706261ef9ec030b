// The head and the end of the document.

import { paper } from 'seaworthy'
import { says } from './says.ts'

export const document = paper('GX Protocol Backend - Deployment Architecture', {
  version: '1.0',
  date: '2025-11-13',
  status: 'production',
  owner: 'GX Protocol DevOps Team',
  nextReview: '2025-12-13',
  stated: says(', B', [3, 5], [1225, 1227]),
})
