import { testFacts } from '../facts/test-facts.ts'
import { gxProtocol } from './facts.ts'

testFacts(gxProtocol)
