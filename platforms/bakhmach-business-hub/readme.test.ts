import { testReadme } from '../findings/test-readme.ts'
import { groups } from './findings/entries.ts'
import { named } from './findings/named.ts'

testReadme({ groups, named, known: 212, folder: new URL('.', import.meta.url) })
