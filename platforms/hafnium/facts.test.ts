import { testFacts } from '../facts/test-facts.ts'
import { hafnium } from './facts.ts'

testFacts(hafnium)
