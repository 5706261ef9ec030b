import { testReadme } from '../findings/test-readme.ts'
import { groups } from './findings/entries.ts'
import { named } from './findings/named.ts'
import platform from './platform.ts'

testReadme({ groups, named, known: 212, platform, folder: new URL('.', import.meta.url) })
