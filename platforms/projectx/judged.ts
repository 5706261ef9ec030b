import { judging } from '../findings/judged.ts'
import asWritten from './as-written.ts'

export const judgedWith = judging(asWritten)
