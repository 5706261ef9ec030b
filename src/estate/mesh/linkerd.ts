import type { Labels } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import type { Route } from './routes.ts'

/**
 * What Linkerd is told of a Service, by annotations of it: one way for all callers, so that none is told where they differ
 * (linkerd.io/2/reference: circuit-breaking, retries, timeouts). Its limit is of retries: the first try is not counted.
 */
export function linkerdAnnotations({ ways }: Route): Labels {
  const [way, other] = ways
  if (!way || other) return {}
  const { timeoutSeconds, retries, breaker } = way.policy
  return given({
    ...(way.isHttp && {
      'timeout.linkerd.io/request': inSeconds(timeoutSeconds),
      'retry.linkerd.io/http': retries && '5xx',
      'retry.linkerd.io/limit': retries && `${retries.attempts - 1}`,
      'retry.linkerd.io/timeout': inSeconds(retries?.perTrySeconds),
    }),
    ...(way.isHttp &&
      breaker?.failures !== undefined && {
        'balancer.linkerd.io/failure-accrual': 'consecutive',
        'balancer.linkerd.io/failure-accrual-consecutive-max-failures': `${breaker.failures}`,
        'balancer.linkerd.io/failure-accrual-consecutive-min-penalty': inSeconds(breaker.forSeconds),
      }),
  }) as Labels
}

function inSeconds(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : `${seconds}s`
}
