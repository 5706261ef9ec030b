// Probes and lifecycle hooks.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, validateProbe, validateHandler, validateLifecycle.
import type { Judge } from './judge.ts'
import { at, isSet, items, number, type Place, text } from './place.ts'
import { allowOnly, atLeast, nonNegative, portNumber, portNumberOrName, refuseIf, setAmong } from './rules.ts'

export function probes(judge: Judge, container: Place, graceSeconds: number): void {
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = at(container, name)
    if (!isSet(probe)) continue
    handler(judge, probe, ['exec', 'httpGet', 'tcpSocket', 'grpc'], graceSeconds)
    for (const field of [
      'initialDelaySeconds',
      'timeoutSeconds',
      'periodSeconds',
      'successThreshold',
      'failureThreshold',
    ]) {
      nonNegative(judge, at(probe, field))
    }
    const [successes, grace] = [at(probe, 'successThreshold'), at(probe, 'terminationGracePeriodSeconds')]
    const wanted = number(successes) || 1
    if (name !== 'readinessProbe' && wanted !== 1)
      judge.refuse(successes, { is: 'invalid', value: `${wanted}`, why: `must be 1 for a ${name}` })
    atLeast(judge, grace, 1)
    if (name === 'readinessProbe' && isSet(grace))
      judge.refuse(grace, { is: 'forbidden', why: 'a readinessProbe ends nothing' })
  }
}

export function lifecycle(judge: Judge, place: Place, graceSeconds: number): void {
  for (const hook of [at(place, 'postStart'), at(place, 'preStop')]) {
    if (isSet(hook)) handler(judge, hook, ['exec', 'httpGet', 'tcpSocket', 'sleep'], graceSeconds)
  }
}

function handler(judge: Judge, place: Place, kinds: readonly string[], graceSeconds: number): void {
  const [first, ...others] = setAmong(place, kinds)
  if (first === undefined) return judge.refuse(place, { is: 'required', why: `one of ${kinds.join(', ')}` })
  for (const other of others)
    judge.refuse(other, { is: 'forbidden', why: `beside ${first.step}: only one of ${kinds.join(', ')}` })
  switch (first.step) {
    case 'exec':
      if (items(at(first, 'command')).length === 0) judge.refuse(at(first, 'command'), { is: 'required' })
      break
    case 'httpGet':
      portNumberOrName(judge, at(first, 'port'))
      allowOnly(judge, at(first, 'scheme'), ['HTTP', 'HTTPS'])
      headers(judge, at(first, 'httpHeaders'))
      break
    case 'tcpSocket':
      portNumberOrName(judge, at(first, 'port'))
      break
    case 'grpc':
      portNumber(judge, at(first, 'port'))
      break
    default:
      sleep(judge, first, graceSeconds)
  }
}

function headers(judge: Judge, list: Place): void {
  for (const header of items(list)) {
    const name = text(at(header, 'name'))
    if (!/^[-A-Za-z0-9]+$/.test(name)) refuseIf(judge, list, 'may hold only letters, digits and -', name)
  }
}

// Zero seconds are allowed from 1.33 on (the gate PodLifecycleSleepActionAllowZero).
function sleep(judge: Judge, place: Place, graceSeconds: number): void {
  const seconds = number(at(place, 'seconds')) ?? 0
  const least = judge.minor >= 33 ? 0 : 1
  if (seconds < least || seconds > graceSeconds) {
    judge.refuse(place, {
      is: 'invalid',
      value: `${seconds}`,
      why: `is not between ${least} and terminationGracePeriodSeconds, ${graceSeconds}`,
    })
  }
}
