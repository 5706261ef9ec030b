import { testChanges } from '../changes/test-changes.ts'
import platform from './platform.ts'
import { unread } from './unread.ts'

testChanges({ platform, seed: 20_261_122, least: 200, unread })
