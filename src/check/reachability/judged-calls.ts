// Every declared call of an estate, judged once for all promises about calls.

import { callsOf } from '../../engine/reachability/call.ts'
import { table } from '../world.ts'
import { reachable } from './reachable.ts'

export const judgedCalls = table((view) => callsOf(reachable(view), { denied: view.denied }))
