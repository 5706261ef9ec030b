// A platform as one document of YAML: every noun by its word and options, and nothing in other files.

import { toFile } from '../../check/declared/to-file.ts'
import { printData } from '../kubernetes/print-data.ts'
import { defineRenderer } from '../renderer.ts'

const head = `# yaml-language-server: $schema=https://unpkg.com/seaworthy/schema/promises.schema.json
`

export const yaml = defineRenderer({
  id: 'yaml',
  writes: 'the platform itself as one file, platform.yaml, which seaworthy check judges alike',

  render({ platform }) {
    const said = toFile(platform, { pared: (_, options) => options })
    const document = { apiVersion: 'seaworthy/v1', kind: 'Platform', ...said }
    return { files: [{ path: 'platform.yaml', text: `${head}${printData(document)}` }], leaves: [] }
  },
})
