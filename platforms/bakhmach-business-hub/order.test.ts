import { testOrder } from '../amended/test-order.ts'
import asWritten from './as-written.ts'
import platform from './platform.ts'

testOrder(asWritten, 'as written')
testOrder(platform, 'amended')
