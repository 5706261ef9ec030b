import { testReadme } from '../findings/test-readme.ts'
import { groups } from './findings/entries.ts'
import platform from './platform.ts'

testReadme({ groups, named: [], known: 10, platform, folder: new URL('.', import.meta.url) })
