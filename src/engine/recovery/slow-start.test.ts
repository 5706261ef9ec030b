import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Container, Probe } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { asked, endingOf } from './slow-start.ts'

const podOf = (probes: Partial<Container>) =>
  ({ spec: { containers: [{ name: 'app', ...probes }] } }) as unknown as PodClass

const usual: Probe = { httpGet: { path: '/alive', port: 8080 } }
const late: Probe = { ...usual, initialDelaySeconds: 60, periodSeconds: 5, failureThreshold: 4 }

const rows: [name: string, probes: Partial<Container>, found: string | undefined][] = [
  ['nothing ends it', { readinessProbe: usual }, undefined],
  ['the defaults: 0s + 2 × 10s', { livenessProbe: usual }, 'liveness 20'],
  ['60s + 3 × 5s', { livenessProbe: late }, 'liveness 75'],
  ['liveness waits for the startup probe', { livenessProbe: usual, startupProbe: late }, 'startup 75'],
  ['a startup probe alone', { startupProbe: usual }, 'startup 20'],
  ['fields that hold anything', { livenessProbe: { ...usual, periodSeconds: 'often' } as never }, 'liveness 20'],
]

for (const [name, probes, found] of rows)
  test(`slow start: ${name}`, () => {
    const ending = endingOf(podOf(probes))
    assert.equal(ending && `${ending.by} ${ending.afterSeconds}`, found)
  })

const same: [name: string, readiness: Probe, isSame: boolean][] = [
  ['the same path and port', { ...usual, periodSeconds: 3 }, true],
  ['another path', { httpGet: { path: '/ready', port: 8080 } }, false],
  ['another port', { httpGet: { path: '/alive', port: 8081 } }, false],
  ['a connection only', { tcpSocket: { port: 8080 } }, false],
]

for (const [name, readinessProbe, isSame] of same)
  test(`slow start: readiness asks ${name}`, () =>
    assert.equal(endingOf(podOf({ livenessProbe: usual, readinessProbe }))?.isReadiness, isSame))

const words: [probe: unknown, text: string][] = [
  [{ httpGet: { port: 'http' } }, 'GET / on port http'],
  [{ httpGet: { path: '/x', port: 1, scheme: 'HTTPS' } }, 'GET /x on port 1 by TLS'],
  [{ exec: { command: ['pg_isready', '-U', 'app'] } }, 'pg_isready -U app'],
  [{ tcpSocket: { port: 5432 } }, 'a connection to port 5432'],
  [{ grpc: { port: 9000 } }, 'gRPC health on port 9000'],
  [{ httpGet: { path: { toString: 1 }, port: [1] } }, 'GET {"toString":1} on port [1]'],
]

for (const [probe, text] of words) test(`slow start: it asks ${text}`, () => assert.equal(asked(probe as Probe), text))
