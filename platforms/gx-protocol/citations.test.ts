import { documentOf, numbered } from '../citations/document.ts'
import { testCitations } from '../citations/test-citations.ts'
import asWritten from './as-written.ts'
import { uncited } from './uncited.ts'

testCitations({ platform: asWritten, document: documentOf('003'), sectionOf: numbered, uncited, least: 100 })
