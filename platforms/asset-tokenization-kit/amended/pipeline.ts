// CI/CD pipeline: the stages of the drawing, with what the tables of stages and of quality gates say of them; and one more,
// since what goes to production has stood in pre-production.

import { blueGreen, gate, pipeline, registry, stage } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { main } from './branches.ts'
import { preProduction, production, staging } from './environments.ts'
import { database } from './stores.ts'
import {
  business,
  changeManagement,
  developers,
  engineeringManager,
  operations,
  performanceTeam,
  releaseManager,
  securityTeam,
  stakeholders,
  techLead,
} from './teams.ts'

const drawn = 'Pipeline Architecture'
const specified = 'Pipeline Stage Specifications'
const both = `${drawn}, ${specified}`
const row = (line: number) => says('Quality Gates Configuration', line)

const noneOf = ['high', 'critical'] as const
const inTime = (name: string) =>
  gate(name, { measures: 'p95 of API answers', below: '200ms', stated: says('Performance Targets', 825) })

const qualityGates = [
  gate('test coverage', {
    measures: 'line coverage',
    above: '90%',
    bypassedBy: [engineeringManager],
    stated: row(399),
  }),
  gate('security scan', { measures: 'static analysis', none: noneOf, bypassedBy: [securityTeam], stated: row(400) }),
  gate('performance', {
    measures: 'benchmark regression',
    below: '5%',
    bypassedBy: [performanceTeam],
    stated: row(401),
  }),
  // The tech lead agrees to what goes to pre-production: whoever waves a version through is somebody else.
  gate('code quality', {
    measures: 'SonarQube grade',
    atLeast: 'A',
    bypassedBy: [engineeringManager],
    stated: row(402),
  }),
  gate('documentation', { measures: 'undocumented public APIs', atMost: 0, blocks: false, stated: row(403) }),
]

const integration = [
  stage('code analysis', {
    does: ['analyse'],
    takes: { from: '2m', to: '3m' },
    scans: ['code', 'dependencies'],
    gates: [gate('no critical issues', { measures: 'static analysis', none: noneOf })],
    onFailure: 'stop',
    reports: ['security report', 'dependency audit'],
    stated: says(both, 320, 388),
  }),
  stage('build and test', {
    does: ['build', 'test'],
    builds: ['contracts', 'frontend', 'api'],
    takes: { from: '5m', to: '8m' },
    tests: ['unit', 'integration', 'security'],
    gates: [
      gate('all tests pass', { measures: 'tests' }),
      gate('coverage', { measures: 'line coverage', above: '90%' }),
    ],
    onFailure: 'stop',
    tells: [developers],
    reports: ['test reports', 'coverage reports'],
    stated: says(both, 322, 324, 389),
  }),
  stage('quality gates', {
    does: ['verify'],
    takes: { from: '1m', to: '2m' },
    reads: ['security report', 'dependency audit', 'test reports', 'coverage reports'],
    gates: qualityGates,
    onFailure: 'stop',
    stated: says(drawn, 326),
  }),
]

const artifacts = [
  stage('container build', {
    does: ['build'],
    takes: { from: '3m', to: '5m' },
    scans: ['images'],
    gates: [
      gate('image builds', { measures: 'image build' }),
      gate('image scan passes', { measures: 'image scan', none: noneOf }),
    ],
    retries: 1,
    onFailure: 'stop',
    makes: ['image'],
    reports: ['vulnerability reports'],
    stated: says(both, 330, 390),
  }),
  stage('helm packaging', {
    does: ['package'],
    takes: { from: '1m', to: '2m' },
    makes: ['chart'],
    stated: says(drawn, 334),
  }),
]

const deployment = [
  stage('staging deployment', {
    does: ['deploy', 'test'],
    in: staging,
    takes: { from: '2m', to: '4m' },
    tests: ['integration', 'load', 'acceptance', 'performance'],
    gates: [gate('staging is healthy', { measures: 'health checks' }), inTime('staging answers in time')],
    onFailure: 'rollback',
    reports: ['deployment logs', 'health status'],
    stated: says(both, 338, 391),
  }),
  stage('acceptance', {
    does: ['approve'],
    approvers: [techLead],
    takes: '1d',
    reads: ['vulnerability reports', 'deployment logs', 'health status'],
    stated: says('Environment Promotion Process', 493),
  }),
  stage('pre-production deployment', {
    does: ['deploy', 'test'],
    in: preProduction,
    takes: { from: '5m', to: '10m' },
    tests: ['performance', 'security'],
    gates: [gate('pre-production is healthy', { measures: 'health checks' }), inTime('pre-production answers in time')],
    onFailure: 'rollback',
    reports: ['load profile', 'findings of the tests'],
    stated: says('Environment Hierarchy', 425, 459),
  }),
  stage('approval', {
    does: ['approve'],
    reads: ['load profile', 'findings of the tests'],
    takes: '2d',
    approvers: [business, securityTeam, changeManagement, releaseManager],
    stated: says(drawn, 340),
  }),
  stage('production deployment', {
    does: ['deploy'],
    in: production,
    takes: { from: '5m', to: '10m' },
    gates: [
      gate('no downtime', { measures: 'downtime', atMost: 0 }),
      gate('production is healthy', { measures: 'health' }),
    ],
    by: [blueGreen({ keepsOld: '1h' })],
    // What is expanded fits the set that stays for an hour too; what nothing reads any more goes with a later version.
    migrates: [database],
    onFailure: 'rollback',
    reports: ['deployment logs', 'metrics'],
    stated: says(both, 342, 392),
  }),
  stage('post-deployment validation', {
    does: ['verify'],
    in: production,
    reads: ['deployment logs', 'metrics'],
    takes: { from: '5m', to: '15m' },
    tests: ['health', 'performance', 'consistency'],
    gates: [gate('all services healthy', { measures: 'health' }), inTime('within the SLA')],
    onFailure: 'alert',
    tells: [operations],
    reports: ['health reports', 'performance metrics'],
    stated: says(both, 346, 393),
  }),
  stage('notification', {
    does: ['notify'],
    reads: ['health reports', 'performance metrics'],
    tells: [stakeholders],
    stated: says(drawn, 348),
  }),
]

export const pipelines = [
  pipeline('ci-cd', {
    on: ['push', 'pull-request', 'tag'],
    branches: [main],
    stages: [...integration, ...artifacts, ...deployment],
    serves: [staging, preProduction, production],
    stated: says(`${drawn}, Environment Hierarchy`, 316, [353, 369], [458, 460]),
  }),
]

export const registries = [registry('container registry', { scans: true, keepsTags: true, stated: says(drawn, 332) })]
