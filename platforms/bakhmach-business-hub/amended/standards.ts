// The law that auditors hold the platform against: persons borrow money here, and some of them live in the Union.

import { standard } from 'seaworthy'
import { says } from '../as-written/says.ts'

export const standards = [
  standard('GDPR', {
    status: 'in-progress',
    about: ['personal'],
    stated: says('System Overview, Authentication & Authorization', 10, 11, 136),
  }),
]
