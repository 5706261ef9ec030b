import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Report } from '../../check/report.ts'
import { reason, verdict } from '../../check/sample-verdict.ts'
import { reportSarif } from './report-sarif.ts'
import { formatOptions, sampleReport } from './sample-report.ts'

const options = { ...formatOptions, version: '0.1.0', asks: new Map([['drains', 'Can every node be drained?']]) }
const advice = [{ id: 'single/shop/web', says: { line: 'web is one pod' } }]
const unread = [{ file: 'k8s/bad.yaml', says: 'this is no YAML', next: 'correct it' }]

interface Validator {
  (value: unknown): boolean
  readonly errors?: unknown
}

// The schema is of draft 04, and all that it uses but the name of its `id` means the same in draft 07.
function validator(): Validator {
  const require = createRequire(import.meta.url)
  const { default: Ajv } = require('ajv')
  const { default: addFormats } = require('ajv-formats')
  const path = require.resolve('@microsoft/jest-sarif').replace(/lib\/.*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json')
  const { id, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats(ajv)
  return ajv.compile({ ...schema, $id: id, $schema: 'http://json-schema.org/draft-07/schema#' })
}

const isValid = validator()
const hostile = '"<script>\u0000\u202e%20 ../../x:y?#\\ \ud800'

const rows: [name: string, report: Report][] = [
  ['nothing was found', sampleReport([])],
  ['one of each word', sampleReport()],
  ['advice and what was not read', sampleReport(undefined, { advice, unread })],
  [
    'names that somebody made up to do harm',
    sampleReport([
      verdict(`drains/${hostile}/x`, 'broken', {
        owners: [hostile],
        about: [`Service/${hostile}/x`],
        because: [reason('c', { says: { line: hostile }, at: { file: hostile, line: 1, column: 1 } })],
      }),
    ]),
  ],
]

for (const [name, report] of rows) {
  test(`sarif: ${name}: valid by the schema of the standard`, () => {
    const log = JSON.parse(reportSarif(report, options))
    assert.ok(isValid(log), JSON.stringify(isValid.errors, undefined, 2))
  })
}

test('sarif: the schema refuses what is none', () => {
  const log = JSON.parse(reportSarif(sampleReport(), options))
  assert.equal(isValid({ ...log, version: '2.0.0' }), false)
  log.runs[0].results[0].level = 'grave'
  assert.equal(isValid(log), false)
})

const run = (report: Report) => JSON.parse(reportSarif(report, options)).runs[0]

test('sarif: what is broken, and promises that nothing shows, each where it is decided', () => {
  const { results, tool } = run(sampleReport())
  assert.deepEqual(
    results.map((one: { ruleId: string; level: string }) => [one.ruleId, one.level]),
    [
      ['drains', 'error'],
      ['drains', 'error'],
      ['selects', 'error'],
      ['survives', 'warning'],
    ],
  )
  assert.deepEqual(results[0].locations[0], {
    physicalLocation: {
      artifactLocation: { uri: 'k8s/ledger%20db/pdb.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 3 },
    },
    logicalLocations: [{ fullyQualifiedName: 'StatefulSet/shop/ledger-db', kind: 'resource' }],
  })
  assert.equal(results[0].relatedLocations[0].physicalLocation.artifactLocation.uri, '../../etc/nodes.yaml')
  assert.deepEqual(results[0].partialFingerprints, { 'seaworthyId/v1': 'drains/shop/ledger-db' })
  assert.deepEqual(results[0].properties.owners, ['@plants/money'])
  assert.equal(tool.driver.rules[0].shortDescription.text, 'Can every node be drained?')
})

test('sarif: what is tolerated is suppressed, with who and until when', () => {
  const { results } = run(sampleReport())
  assert.deepEqual(results[0].suppressions, [])
  assert.equal(results[2].suppressions[0].justification, 'platform tolerates it until 2027-05-31: moves in May')
})

test('sarif: advice is a note, and what was not read is a notification of a run that was not whole', () => {
  const { results, invocations } = run(sampleReport([], { advice, unread }))
  assert.deepEqual([results[0].ruleId, results[0].level], ['advice/single', 'note'])
  assert.equal(invocations[0].executionSuccessful, false)
  assert.equal(invocations[0].exitCode, 2)
  assert.equal(invocations[0].toolExecutionNotifications[0].message.text, 'unread: this is no YAML\nnext: correct it')
})

test('sarif: the template that makes it of a value stands beside the value', () => {
  const via = { file: 'chart/templates/web.yaml', line: 7, column: 1 }
  const at = { file: 'chart/values.yaml', line: 3, column: 1, via }
  const report = sampleReport([verdict('drains/shop/web', 'broken', { because: [reason('c', { at })] })])
  const log = JSON.parse(reportSarif(report, options))
  assert.ok(isValid(log))
  assert.equal(log.runs[0].results[0].relatedLocations[0].physicalLocation.region.startLine, 7)
})
