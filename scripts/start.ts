// npm start: judges the first reference platform as its document stands, and says what that meant and what comes next.

import { spawnSync } from 'node:child_process'

const platform = 'platforms/gx-protocol/as-written.ts'
const command = ['bin/seaworthy.mjs', 'check', platform, '--show', '3']

console.log(`$ npx seaworthy ${command.slice(1).join(' ')}\n`)
const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
console.log(`\ncheck ended with exit code ${status}: ${meaning(status)}`)
console.log(`next: npx seaworthy check ${platform}   every finding`)
console.log('      npx seaworthy --help                                        what else there is')
process.exitCode = status === 0 || status === 1 ? 0 : (status ?? 3)

function meaning(code: number | null): string {
  if (code === 0) return 'nothing is broken'
  if (code === 1) return 'promises of the document are broken, as they were written'
  return 'the check could not do its work'
}
