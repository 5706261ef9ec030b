// Every row that only a later part can show, with what it waits for. A row that is shown is taken out by itself.

import type { NotYet } from '../../facts/fact.ts'
import { afterwards } from './not-yet/delivering.ts'
import { drilling } from './not-yet/drilling.ts'
import { rendering } from './not-yet/rendering.ts'
import { onWhatRuns } from './not-yet/running.ts'

export const notYet: readonly NotYet[] = [...rendering, ...onWhatRuns, ...drilling, ...afterwards]
