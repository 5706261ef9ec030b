import { testOrder } from '../amended/test-order.ts'
import platform from './platform.ts'

testOrder(platform, 'amended')
