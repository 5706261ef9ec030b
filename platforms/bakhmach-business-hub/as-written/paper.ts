// The end of the document.

import { paper } from 'seaworthy'
import { says } from './says.ts'

export const document = paper('Bakhmach-Business-Hub - Deployment Architecture & Infrastructure', {
  version: '1.0',
  date: '2024-01-20',
  status: 'ready',
  owner: 'DevOps Team',
  stated: says('Phase 4 (Week 7-8): Production', [323, 326]),
})
