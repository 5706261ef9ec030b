// How images are made, and on what.

import type { Stated } from '../source.ts'
import type { Environment } from './environment.ts'

/** What an image is built on. */
export type Base = 'alpine' | 'debian' | 'distroless' | 'rhel' | 'scratch' | 'ubi' | 'ubuntu' | 'wolfi'

export interface Built {
  readonly base: Base
  /** What the base brings to run programs with: `node`, `jre`. */
  readonly runtime?: string
  /** Built in one image, and copied into another without what builds it. */
  readonly multiStage?: boolean
  /** By whoever makes the software. */
  readonly official?: boolean
  readonly stated?: Stated
}

/** Which base images have, of what and where; what is absent is about all. */
export interface BaseRule {
  readonly base: Base
  /** What the base brings to run programs with. */
  readonly runtime?: string
  /** Without what builds it. */
  readonly multiStage?: boolean
  /** By whoever makes the software. */
  readonly official?: boolean
  readonly in?: readonly Environment[]
  /** What ends by itself, or what runs all the time. */
  readonly of?: 'jobs' | 'runtimes'
  /** Labels of components that it is about. */
  readonly labels?: { readonly [key: string]: string }
  readonly stated?: Stated
}
