import { testFixes } from '../findings/test-fixes.ts'
import { judgedWith } from './judged.ts'

testFixes(judgedWith, 10)
