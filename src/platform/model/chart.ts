// Helm charts, the commands that people give, and the registries that images come from.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Environment } from './environment.ts'
import type { Strategy } from './rollout.ts'
import type { Team } from './team.ts'

export interface Chart {
  readonly is: 'chart'
  readonly name: string
  /** The folder that it lies in. */
  readonly path?: string
  /** What it makes objects for, beside what its charts below make. */
  readonly deploys: readonly Component[]
  /** The kinds of objects that it is said to make. */
  readonly makes: readonly string[]
  readonly charts: readonly Chart[]
  /** Files of values over those of the chart, and the environments that each is for. */
  readonly values: { readonly [file: string]: readonly Environment[] }
  readonly commands: readonly Command[]
  /** Volumes of what it and its charts deploy are made larger by an update of it. */
  readonly enlarges?: boolean
  readonly stated?: Stated
}

/** A line that is typed: by somebody, or by a stage of a pipeline that deploys there. */
export interface Command {
  readonly is: 'command'
  /** `helm upgrade shop ./charts/shop -f values-live.yaml` */
  readonly line: string
  /** Where it is given; default: anywhere. */
  readonly in?: readonly Environment[]
  /** How what it changes is replaced, as its table says it. */
  readonly by?: Strategy
  readonly stated?: Stated
}

export interface Registry {
  readonly is: 'registry'
  readonly name: string
  /** `ghcr.io`, `docker.io`, `registry.example:5000`; default: nobody says. */
  readonly host?: string
  /** Images are scanned as they lie there. */
  readonly scans?: boolean
  /** A tag, once pushed, names the same image for good. */
  readonly keepsTags?: boolean
  /** Who may push to it. */
  readonly writers?: readonly Team[]
  /** The Secret that its images are pulled with. */
  readonly secret?: string
  readonly stated?: Stated
}
