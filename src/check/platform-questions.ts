// What only a platform is asked: no manifest shows drills, decisions, deliveries or documents. One line per question.

import { measured } from './alerting/measured.ts'
import { told } from './alerting/told.ts'
import type { AnyQuestion } from './define.ts'
import { applied } from './plans/applied.ts'
import { decided } from './plans/decided.ts'
import { drills } from './plans/drills.ts'
import { ordered } from './plans/ordered.ts'
import { performed } from './plans/performed.ts'
import { planned } from './plans/planned.ts'
import { reviewed } from './plans/reviewed.ts'
import { questions } from './questions.ts'

export const allQuestions: readonly AnyQuestion[] = [
  ...questions,
  applied,
  decided,
  drills,
  measured,
  ordered,
  performed,
  planned,
  reviewed,
  told,
]
