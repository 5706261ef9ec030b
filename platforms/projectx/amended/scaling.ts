// The API layer scales by what it uses.

import type { Scaling } from 'seaworthy'
import { says } from '../as-written/says.ts'

export const autoscaling: Scaling = { from: 3, to: 6, on: [{ cpu: '70%' }], stated: says('Hosting Strategy', 42) }
