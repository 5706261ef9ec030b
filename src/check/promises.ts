// What a platform can promise, and the file that judges it. Complete by type: a promise kind without a judge does not compile.

import type { PlatformPromise } from '../platform/model.ts'
import { stays } from './alerting/stays.ts'
import type { PromiseKind } from './define.ts'
import { figure } from './figure/figure.ts'
import { survives } from './survival/survives.ts'

export const promiseKinds = { figure, stays, survives } as unknown as {
  readonly [K in PlatformPromise['kind']]: PromiseKind<K, never>
}
