import { testOrder } from '../amended/test-order.ts'
import asWritten from './as-written.ts'

testOrder(asWritten)
