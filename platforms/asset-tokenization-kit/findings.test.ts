import { judging } from '../findings/judged.ts'
import { testFindings } from '../findings/test-findings.ts'
import { entries } from './findings/entries.ts'
import { judgedWith } from './judged.ts'
import platform from './platform.ts'

const amended = judging(platform)

testFindings(entries, judgedWith, () => amended())
