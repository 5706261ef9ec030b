import { testFacts } from '../facts/test-facts.ts'
import { bakhmachBusinessHub } from './facts.ts'

testFacts(bakhmachBusinessHub)
