import assert from 'node:assert/strict'
import { test } from 'node:test'
import { job } from '../../platform/component/job.ts'
import { linesOf, manifestWorld, sampleWorld, verdictsOf } from '../sample.ts'
import { scheduled } from './scheduled.ts'

const rows: [name: string, spec: string, verdict: string | undefined, line: string][] = [
  ['every night', "schedule: '0 2 * * *'", 'kept', '0 2 * * * comes round at least every 24h'],
  ['a leap day', "schedule: '0 0 29 2 *'", 'kept', '0 0 29 2 * comes round at least every 2921d'],
  ['the 31st of February', "schedule: '0 0 31 2 *'", 'broken', '0 0 31 2 * names no time that ever comes'],
  ['or any Monday in it', "schedule: '0 0 31 2 1'", 'kept', '0 0 31 2 1 comes round at least every 350d'],
  ['no minute', "schedule: ', * * * *'", 'broken', ', * * * * names no time that ever comes'],
  ['suspended: switched off on purpose', "schedule: '0 0 31 2 *', suspend: true", undefined, ''],
  ['no schedule: refused, and said there', "schedule: '60 * * * *'", undefined, ''],
]

for (const [name, spec, verdict, line] of rows) {
  test(`scheduled: ${name}`, () => {
    const template = '{ spec: { restartPolicy: Never, containers: [{ name: main, image: dump }] } }'
    const yaml = `
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: shop }
spec: { ${spec}, jobTemplate: { spec: { template: ${template} } } }
`
    const [found] = verdictsOf(scheduled, manifestWorld(yaml))
    assert.equal(found?.verdict, verdict)
    assert.equal((found && linesOf(found)[0]) ?? '', line)
  })
}

test('scheduled: asks nothing where no CronJob is', () => {
  assert.deepEqual(verdictsOf(scheduled, sampleWorld()), [])
})

test('scheduled: a job of a platform', () => {
  const close = job('close', { schedule: '0 0 31 2 *' })
  const [found] = verdictsOf(scheduled, sampleWorld({ more: () => [close] }))
  assert.equal(found?.id, 'scheduled/live/close')
  assert.equal(found?.verdict, 'broken')
})
