import { testAmended } from '../amended/test-amended.ts'
import platform from './platform.ts'

testAmended(platform, new URL('assumed.txt', import.meta.url))
