import { testAssumptions } from '../findings/test-assumptions.ts'
import * as corrections from './corrections.ts'
import { judgedWith } from './judged.ts'

testAssumptions([
  ['as written', judgedWith(), 5],
  ['with everything put right', judgedWith(Object.values(corrections)), 30],
])
