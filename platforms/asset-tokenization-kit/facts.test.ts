import { testFacts } from '../facts/test-facts.ts'
import { assetTokenizationKit } from './facts.ts'

testFacts(assetTokenizationKit)
