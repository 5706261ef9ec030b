// What every estate is asked without anybody promising it, in the order of this list. One line per question.

import { watched } from './alerting/watched.ts'
import type { AnyQuestion } from './define.ts'
import { reaches } from './reachability/reaches.ts'
import { selects } from './reachability/selects.ts'
import { roles } from './recovery/roles.ts'

export const questions: readonly AnyQuestion[] = [reaches, roles, selects, watched]
