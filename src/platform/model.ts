// What a platform is once it is said: plain frozen values. Nouns (the functions a user calls) build these; the estate
// is lowered from them. References between values are the values themselves; in the data they are names.

export type * from './model/alert.ts'
export type * from './model/cluster.ts'
export type * from './model/decision.ts'
export type * from './model/delivery.ts'
export type * from './model/doubt.ts'
export type * from './model/drill.ts'
export type * from './model/environment.ts'
export type * from './model/paper.ts'
export type * from './model/platform.ts'
export type * from './model/promise.ts'
export type * from './model/recovery.ts'
