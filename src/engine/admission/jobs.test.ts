// When jobs run, end and give up. Each row was asked of kube-apiserver 1.36.3: the fields that it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const pods = 'template: {spec: {restartPolicy: Never, containers: [{name: c, image: x}]}}'
const job = (spec: string) => named('batch/v1', 'Job', `spec: {${spec}, ${pods}}`)
const codes = (fields: string) => job(`podFailurePolicy: {rules: [{action: Count, onExitCodes: {${fields}}}]}`)
const many = (rule: string) => `[${`${rule}, `.repeat(21)}]`
const long = (length: number) => 'a'.repeat(length)
const large = 'completionMode: Indexed, completions: 100001, backoffLimitPerIndex: 1'

const tables: readonly Table[] = [
  {
    about: 'a job',
    of: job,
    under: 'spec',
    rows: [
      ['as it is', 'parallelism: 2, completions: 3, backoffLimit: 0, ttlSecondsAfterFinished: 0'],
      [
        'below 0',
        'parallelism: -1, completions: -1, activeDeadlineSeconds: -1, backoffLimit: -1, ttlSecondsAfterFinished: -1',
        '.activeDeadlineSeconds',
        '.backoffLimit',
        '.completions',
        '.parallelism',
        '.ttlSecondsAfterFinished',
      ],
      ['by another mode', 'completionMode: Some', '.completionMode'],
      [
        'by a limit of each index that it does not have',
        'backoffLimitPerIndex: 1, maxFailedIndexes: 1',
        '.backoffLimitPerIndex',
        '.maxFailedIndexes',
      ],
      [
        'by more at once than there may be',
        'completionMode: Indexed, completions: 1, parallelism: 100001',
        '.parallelism',
      ],
      ['of many indexes', `${large}, maxFailedIndexes: 10000, parallelism: 10000`],
      ['of many indexes without a bound', `${large}, parallelism: 1`, '.maxFailedIndexes'],
      [
        'of many indexes by wide bounds',
        `${large}, maxFailedIndexes: 10001, parallelism: 10001`,
        '.maxFailedIndexes',
        '.parallelism',
      ],
      [
        'of more failed indexes than there may be',
        `${large}, maxFailedIndexes: 100001, parallelism: 1`,
        '.maxFailedIndexes',
      ],
      ['run by nobody', 'managedBy: ""', '.managedBy'],
      ['run by a domain of no name', 'managedBy: A/b', '.managedBy'],
      ['run by no path', 'managedBy: "example.com/a b"', '.managedBy'],
      ['run by a long name', `managedBy: example.com/${long(52)}`, '.managedBy'],
      [
        'by a selector of its own of no label',
        'manualSelector: true, selector: {matchLabels: {a: b c}}',
        '.selector.matchLabels',
      ],
      [
        'by a selector of nothing',
        'manualSelector: true, selector: {matchExpressions: [null]}',
        '.selector.matchExpressions[0].key',
        '.selector.matchExpressions[0].operator',
      ],
      ['by a selector of no label', 'selector: {matchLabels: {a b: c}}', '.selector.matchLabels'],
    ],
  },
  {
    about: 'failures of a job',
    of: (rules) => job(`podFailurePolicy: {rules: ${rules}}`),
    under: 'spec.podFailurePolicy.rules',
    rows: [
      ['by a condition', '[{action: Ignore, onPodConditions: [{type: DisruptionTarget, status: "True"}]}]'],
      ['of more kinds than there may be', many('{action: Count, onPodConditions: [{type: A, status: "True"}]}'), ''],
      ['that do nothing', '[{onPodConditions: [{type: A, status: "True"}]}]', '[0].action'],
      [
        'by a condition of no name and state',
        '[{action: Count, onPodConditions: [{type: a b, status: Some}]}]',
        '[0].onPodConditions[0].status',
        '[0].onPodConditions[0].type',
      ],
      [
        'by more conditions than there may be',
        `[{action: Count, onPodConditions: ${many('{type: A, status: "True"}')}}]`,
        '[0].onPodConditions',
      ],
    ],
  },
  {
    about: 'exit codes of a job',
    of: codes,
    under: 'spec.podFailurePolicy.rules[0].onExitCodes',
    rows: [
      ['of a container', 'containerName: c, operator: In, values: [1, 2]'],
      ['by no comparison', 'values: [1]', '.operator'],
      ['by another comparison', 'operator: Above, values: [1]', '.operator'],
      ['of none', 'operator: In, values: []', '.values'],
      ['twice', 'operator: In, values: [1, 1]', '.values[1]'],
      [
        'of more than there may be',
        `operator: In, values: [${[...Array(256).keys()].map((code) => code + 1)}]`,
        '.values',
      ],
    ],
  },
  {
    about: 'success of a job',
    of: (rules) => job(`completionMode: Indexed, completions: 3, successPolicy: {rules: ${rules}}`),
    under: 'spec.successPolicy.rules',
    rows: [
      ['of a part', '[{succeededCount: 3}]'],
      ['of nothing', '[]', ''],
      ['of more kinds than there may be', many('{succeededCount: 1}'), ''],
      ['by nothing', '[{}]', '[0]'],
      ['below 0', '[{succeededCount: -1}]', '[0].succeededCount'],
      ['of more than there are', '[{succeededCount: 4}]', '[0].succeededCount'],
      ['of no interval', '[{succeededIndexes: 0-1-2}]', '[0].succeededIndexes'],
      ['backwards', '[{succeededIndexes: "2,1"}]', '[0].succeededIndexes'],
      ['of a long text', `[{succeededIndexes: "${'0'.repeat(65537)}"}]`, '[0].succeededIndexes'],
    ],
  },
  {
    about: 'pods of a job',
    of: (spec) => named('batch/v1', 'Job', `spec: {template: {spec: {${spec}}}}`),
    under: 'spec.template.spec',
    rows: [
      ['that end', 'restartPolicy: Never, containers: [{name: c, image: x}]'],
      ['without a container', 'restartPolicy: Never, containers: []', '.containers'],
    ],
  },
  {
    about: 'names of jobs',
    of: (name) =>
      `apiVersion: batch/v1\nkind: Job\nmetadata: {name: ${name}}\nspec: {completionMode: Indexed, completions: 2, ${pods}}`,
    under: '',
    rows: [
      ['that are hosts too', 'nightly'],
      ['that are no hosts', 'nightly.job', 'metadata.name'],
      ['that are no labels', long(64), 'metadata.name', 'spec.template.labels'],
    ],
  },
  {
    about: 'a CronJob',
    of: (spec) => named('batch/v1', 'CronJob', `spec: {${spec}, jobTemplate: {spec: {${pods}}}}`),
    under: 'spec',
    rows: [
      ['every night', 'schedule: "@daily", concurrencyPolicy: Forbid, timeZone: UTC'],
      ['never', 'concurrencyPolicy: Allow', '.schedule'],
      [
        'below 0',
        'schedule: "@daily", startingDeadlineSeconds: -1, successfulJobsHistoryLimit: -1, failedJobsHistoryLimit: -1, concurrencyPolicy: Some',
        '.concurrencyPolicy',
        '.failedJobsHistoryLimit',
        '.startingDeadlineSeconds',
        '.successfulJobsHistoryLimit',
      ],
      ['in no zone', 'schedule: "@daily", timeZone: ""', '.timeZone'],
      ['in the zone of whoever runs it', 'schedule: "@daily", timeZone: Local', '.timeZone'],
      ['in a zone that there is not', 'schedule: "@daily", timeZone: Europe/Nowhere', '.timeZone'],
      ['in a zone by other letters', 'schedule: "@daily", timeZone: europe/zurich', '.timeZone'],
      ['in a zone of a sign', 'schedule: "@daily", timeZone: "Europe/Z h"', '.timeZone'],
    ],
  },
  {
    about: 'the jobs of a CronJob',
    of: (spec) => named('batch/v1', 'CronJob', `spec: {schedule: "@daily", jobTemplate: {spec: {${spec}, ${pods}}}}`),
    under: 'spec.jobTemplate.spec',
    rows: [
      ['that run once', 'completions: 1'],
      ['by a selector', 'selector: {matchLabels: {a: b}}', '.selector'],
      ['by a selector of their own', 'manualSelector: true', '.manualSelector'],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))
