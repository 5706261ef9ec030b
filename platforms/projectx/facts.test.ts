import { testFacts } from '../facts/test-facts.ts'
import { projectx } from './facts.ts'

testFacts(projectx)
