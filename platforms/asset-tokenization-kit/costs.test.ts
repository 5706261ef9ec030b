import { testCosts } from '../amended/test-costs.ts'
import { costs } from './costs.ts'

testCosts(costs(), new URL('README.md', import.meta.url))
