// npm start. What was compiled is kept beside what was installed: the second start finds it.

import { enableCompileCache } from 'node:module'

enableCompileCache('node_modules/.cache/seaworthy')
await import('./start-page.ts')
