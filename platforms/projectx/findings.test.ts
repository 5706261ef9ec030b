import { testFindings } from '../findings/test-findings.ts'
import { entries } from './findings/entries.ts'
import { judgedWith } from './judged.ts'

testFindings(entries, judgedWith)
