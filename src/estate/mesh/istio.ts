// What Istio is told of a Service: a VirtualService for requests, DestinationRules for who is asked and who is left out
// (istio.io/latest/docs/reference/config/networking: virtual-service, destination-rule).

import { type Manifest, partsOf, type Ref } from '../../kubernetes/types.ts'
import type { RoutePolicy } from '../estate.ts'
import { given, unlessEmpty } from '../given.ts'
import type { Route, Way } from './routes.ts'

export function istioObjects(route: Route): readonly Manifest[] {
  return [...virtualService(route), ...destinationRules(route)]
}

// Only requests have a timeout and are tried again: a connection is handed on as it is.
function virtualService({ service, host, ways }: Route): Manifest[] {
  const http = ways.filter(({ isHttp, policy }) => isHttp && (policy.timeoutSeconds !== undefined || policy.retries))
  if (http.length === 0) return []
  const { name, namespace } = partsOf(service)
  return [
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name, namespace },
      spec: { hosts: [host], http: http.map((way) => httpRoute(way, host)) },
    },
  ]
}

function httpRoute({ callers, policy }: Way, host: string) {
  const { timeoutSeconds, retries } = policy
  return given({
    match: unlessEmpty(callers.map((caller) => ({ sourceLabels: { app: partsOf(caller).name } }))),
    route: [{ destination: { host } }],
    timeout: inSeconds(timeoutSeconds),
    // There, retries are counted, 1 + `attempts` requests at most (reference of virtual-service, HTTPRetry).
    // With 0 there is none; waits grow from `backoff`, or from 25 ms.
    retries:
      retries &&
      given({
        attempts: retries.attempts - 1,
        perTryTimeout: inSeconds(retries.perTrySeconds),
        backoff: typeof retries.backoff === 'number' ? inSeconds(retries.backoff) : undefined,
      }),
  })
}

function destinationRules({ service, host, ways }: Route): Manifest[] {
  const { name, namespace } = partsOf(service)
  return ways.flatMap(({ callers, policy }) => {
    const trafficPolicy = unlessEmpty(trafficOf(policy))
    if (!trafficPolicy) return []
    const rule = (ending: string, more: object): Manifest => ({
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: `${name}${ending}`, namespace },
      spec: { host, ...more, trafficPolicy },
    })
    if (callers.length === 0) return [rule('', {})]
    return callers.map((caller) => ofCaller(caller, rule))
  })
}

// A rule for single callers stands where they stand.
function ofCaller(caller: Ref, rule: (ending: string, more: object) => Manifest): Manifest {
  const { name, namespace } = partsOf(caller)
  const { metadata, ...rest } = rule(`-from-${name}`, { workloadSelector: { matchLabels: { app: name } } })
  return { ...rest, metadata: { ...metadata, namespace } } as Manifest
}

const simple: { readonly [balances: string]: string } = {
  'round-robin': 'ROUND_ROBIN',
  random: 'RANDOM',
  'least-requests': 'LEAST_REQUEST',
  'least-connections': 'LEAST_REQUEST',
}

// Of all that there are, where no share is said, only a tenth would be left out at a time: of fewer than ten, none.
function trafficOf({ breaker, balances }: RoutePolicy) {
  return given({
    loadBalancer: balances === undefined || !simple[balances] ? undefined : { simple: simple[balances] },
    outlierDetection:
      breaker?.failures === undefined
        ? undefined
        : given({
            consecutive5xxErrors: breaker.failures,
            baseEjectionTime: inSeconds(breaker.forSeconds),
            maxEjectionPercent: 100,
          }),
  })
}

function inSeconds(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : `${seconds}s`
}
