import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registry } from '../../platform/language/chart.ts'
import { type GateOptions, gate, pipeline, type StageOptions, stage } from '../../platform/language/pipeline.ts'
import { team } from '../../platform/language/team.ts'
import type { Registry, Stage } from '../../platform/model.ts'
import { linesOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { halts } from './halts.ts'
import { askedOf, type Places } from './sample-plans.ts'

const lead = team('lead')
const scanned: Registry = registry('images', { scans: true })

/** One stage, and a stage behind it that deploys to trial. */
function first(options: StageOptions) {
  return ({ trial }: Places) => [stage('one', options), stage('out', { does: ['deploy'], in: trial })]
}

/** One stage that has deployed to trial, and then one more there. */
function behind(options: Omit<StageOptions, 'in'>) {
  return ({ trial }: Places) => [stage('out', { does: ['deploy'], in: trial }), stage('one', { ...options, in: trial })]
}

function scans(options: GateOptions) {
  return first({ does: ['analyse'], scans: ['code'], gates: [gate('findings', options)] })
}

const image = { does: ['build'], makes: ['image'] } as const
const looks = { does: ['analyse'], scans: ['images'], gates: [gate('findings', { none: ['critical'] })] } as const

const rows: [name: string, stages: (places: Places) => readonly Stage[], verdict: Word | undefined, line: string][] = [
  ['a stage that only deploys', ({ trial }) => [stage('out', { does: ['deploy'], in: trial })], undefined, ''],
  [
    'tests that stop it',
    first({ does: ['test'], tests: ['unit'], onFailure: 'stop' }),
    'kept',
    'what fails one stops there',
  ],
  [
    'tests of which nobody says what happens',
    first({ does: ['test'], tests: ['unit'] }),
    'kept',
    'what fails one stops there',
  ],
  [
    'tests that only tell',
    first({ does: ['test'], tests: ['unit'], onFailure: 'alert' }),
    'broken',
    'what fails one goes on to trial: somebody is told, and nothing stops it',
  ],
  [
    'tests that only tell, and nothing is behind them',
    behind({ does: ['test'], tests: ['health'], onFailure: 'alert' }),
    'kept',
    'what fails one stays, and somebody is told',
  ],
  [
    'goes back before anything is deployed',
    first({ does: ['test'], tests: ['unit'], onFailure: 'rollback' }),
    'broken',
    'one goes back where it fails, and nothing has been deployed by then',
  ],
  [
    'goes back from what was deployed',
    behind({ does: ['verify'], tests: ['health'], onFailure: 'rollback' }),
    'kept',
    'what fails one is taken back',
  ],
  [
    'a scan with a severity',
    scans({ none: ['critical'] }),
    'kept',
    'findings in code of one are held: findings: no critical',
  ],
  [
    'a scan with so many findings',
    scans({ atMost: 3 }),
    'kept',
    'findings in code of one are held: findings: 3 at most',
  ],
  ['a scan that only passes', scans({}), 'unknown', 'nobody says which findings in code fail one'],
  [
    'a scan whose gate only tells',
    scans({ none: ['critical'], blocks: false }),
    'unknown',
    'nobody says which findings in code fail one',
  ],
  [
    'a scan that a stage behind it holds',
    ({ trial }) => [
      stage('one', { does: ['analyse'], scans: ['code'] }),
      stage('gates', { does: ['verify'], gates: [gate('findings', { none: ['high'] })] }),
      stage('out', { does: ['deploy'], in: trial }),
    ],
    'kept',
    'findings in code of one are held: findings: no high',
  ],
  [
    'a scan that is held when it is out',
    ({ trial }) => [
      stage('one', { does: ['analyse'], scans: ['code'] }),
      stage('out', { does: ['deploy'], in: trial, gates: [gate('findings', { none: ['high'] })] }),
    ],
    'unknown',
    'nobody says which findings in code fail one',
  ],
  [
    'a figure with a bound',
    behind({ does: ['test'], tests: ['load'], gates: [gate('p95', { below: '300ms' })] }),
    'kept',
    'load tests of one are held: p95: below 300ms',
  ],
  [
    'a figure that a severity does not bound',
    behind({ does: ['test'], tests: ['load'], gates: [gate('errors', { none: ['critical'] })] }),
    'unknown',
    'nobody says which load tests fail one',
  ],
  [
    'a test of what does not run yet',
    first({ does: ['test'], tests: ['unit', 'smoke'] }),
    'unknown',
    'one has smoke tests, and nothing is deployed by then that they could be tried on',
  ],
  ['a test of what runs', behind({ does: ['test'], tests: ['smoke'] }), 'kept', 'what fails one stops there'],
  ['tests nothing', behind({ does: ['test'] }), 'unknown', 'one tests, and nobody says what is tried'],
  ['builds nothing', first({ does: ['build'] }), 'unknown', 'one builds, and nobody says what comes of it'],
  ['packages nothing', first({ does: ['package'] }), 'unknown', 'one packages, and nobody says what comes of it'],
  ['waits for nobody', first({ does: ['approve'] }), 'unknown', 'one waits for a word, and nobody says whose'],
  ['tells nobody', first({ does: ['notify'] }), 'unknown', 'one tells somebody, and nobody says whom'],
  ['looks for nothing', first({ does: ['analyse'] }), 'unknown', 'one looks for something, and nobody says for what'],
  ['verifies nothing', behind({ does: ['verify'] }), 'unknown', 'one verifies, and nobody says what'],
  [
    'names tests and only builds',
    first({ ...image, tests: ['unit'] }),
    'unknown',
    'one names unit tests, and nothing that it does is done with that',
  ],
  [
    'makes and only looks',
    first({ ...looks, makes: ['chart'] }),
    'unknown',
    'one names chart, and nothing that it does is done with that',
  ],
  [
    'somebody agrees while it is told',
    first({ does: ['notify'], tells: [lead], approvers: [lead] }),
    'unknown',
    'one names the word of lead, and nothing that it does is done with that',
  ],
  ['an image that is made before', first(image), 'kept', 'the image that ship deploys is made by one'],
  ['an image that is made after', behind(image), 'broken', 'one makes the image, and out deploys before that'],
  [
    'a build that makes no image',
    first({ does: ['package'], makes: ['chart'] }),
    'unknown',
    'ship builds and deploys, and no stage makes the image',
  ],
  [
    'looked through before it is made',
    ({ trial }) => [stage('look', looks), stage('one', image), stage('out', { does: ['deploy'], in: trial })],
    'broken',
    'look looks through images, and one makes them after that',
  ],
  [
    'looked through after it is made',
    ({ trial }) => [stage('one', image), stage('look', looks), stage('out', { does: ['deploy'], in: trial })],
    'kept',
    'images are looked through by look and images, as they lie there',
  ],
  [
    'reads what was left',
    ({ trial }) => [
      stage('one', { does: ['test'], tests: ['unit'], reports: ['coverage'] }),
      stage('two', { does: ['verify'], reads: ['coverage'], gates: [gate('coverage', { above: '90%' })] }),
      stage('out', { does: ['deploy'], in: trial }),
    ],
    'kept',
    'two reads the coverage of one',
  ],
  [
    'reads what nobody leaves',
    ({ trial }) => [
      stage('two', { does: ['verify'], reads: ['coverage'], gates: [gate('coverage', { above: '90%' })] }),
      stage('one', { does: ['test'], tests: ['unit'], reports: ['coverage'] }),
      stage('out', { does: ['deploy'], in: trial }),
    ],
    'broken',
    'two reads the coverage, and no stage before it leaves that',
  ],
]

for (const [name, stages, verdict, line] of rows) {
  test(`halts: ${name}`, () => {
    const [found] = askedOf(halts, (places) => ({
      pipelines: [pipeline('ship', { on: ['push'], stages: stages(places) })],
      registries: [scanned],
    }))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    const lines = found?.because.map(({ says }) => says.line) ?? []
    if (verdict !== undefined) assert.ok(lines.includes(line), lines.join('\n'))
  })
}
