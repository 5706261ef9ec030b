// What a platform can promise, and the file that judges it. Complete by type: a promise kind without a judge does not compile.

import type { PlatformPromise } from '../platform/model.ts'
import type { PromiseKind } from './define.ts'

export const promiseKinds = {} as { readonly [K in PlatformPromise['kind']]: PromiseKind<K> }
