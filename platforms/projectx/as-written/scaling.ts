// Hosting strategy: the API layer scales by itself; by what, and between which bounds, is still to be said.

import type { Scaling } from 'seaworthy'
import { says } from './says.ts'

export const autoscaling: Scaling = { stated: says('Hosting Strategy', 42) }
