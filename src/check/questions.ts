// What every estate is asked without anybody promising it, in the order of this list. One line per question.

import { watched } from './alerting/watched.ts'
import type { Question } from './define.ts'

export const questions: readonly Question<never>[] = [watched] as unknown as readonly Question<never>[]
