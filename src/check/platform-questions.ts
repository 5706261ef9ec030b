// What only a platform is asked: no manifest shows drills, decisions, deliveries or documents. One line per question.

import type { AnyQuestion } from './define.ts'
import { drills } from './plans/drills.ts'
import { reviewed } from './plans/reviewed.ts'
import { questions } from './questions.ts'

export const allQuestions: readonly AnyQuestion[] = [...questions, drills, reviewed]
