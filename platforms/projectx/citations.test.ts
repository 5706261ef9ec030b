import { documentOf, named } from '../citations/document.ts'
import { testCitations } from '../citations/test-citations.ts'
import asWritten from './as-written.ts'
import { uncited } from './uncited.ts'

testCitations({ platform: asWritten, document: documentOf('000'), sectionOf: named, uncited, least: 20 })
