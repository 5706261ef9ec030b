import { testTwin } from '../amended/test-twin.ts'
import platform from './platform.ts'

testTwin(platform, new URL('./platform.yaml', import.meta.url), [
  ['      from: 3\n', '      from: 4\n'],
  ['ttl: 1m', 'ttl: 10m'],
  ['rollback: switch', 'rollback: manual'],
])
