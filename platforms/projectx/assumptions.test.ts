import { judging } from '../findings/judged.ts'
import { testAssumptions } from '../findings/test-assumptions.ts'
import platform from './platform.ts'

testAssumptions([['amended', judging(platform)(), 60]])
