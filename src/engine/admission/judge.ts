// What every rule of the API server is written against: a place to report to, and the minor that is asked.
import { fieldOf, type Place, pathOf } from './place.ts'
import type { Fault, Refusal } from './refusal.ts'

export interface Judge {
  /** 33 for Kubernetes 1.33. Asked only where minors differ about what is written: what did not ask is alike in all. */
  readonly minor: number
  refuse(place: Place, fault: Fault): void
  /** A part of the object that has rules which are not written here: whatever it says, nobody knows. */
  skip(place: Place): void
  /** What it says is taken where the cluster is set up so, as nearly all are. */
  suppose(what: Supposed): void
}

/** Services have addresses of this family. */
export type Supposed = 'IPv4'

export interface Judged {
  readonly refused: Refusal[]
  readonly notModelled: string[]
  readonly supposed: Set<Supposed>
  readonly isMinorAsked: boolean
}

export function judgeFor(minor: number): Judge & Judged {
  const refused: Refusal[] = []
  const notModelled: string[] = []
  const supposed = new Set<Supposed>()
  let isMinorAsked = false
  return {
    get minor() {
      isMinorAsked = true
      return minor
    },
    get isMinorAsked() {
      return isMinorAsked
    },
    refused,
    notModelled,
    supposed,
    refuse: (place, fault) => refused.push({ by: 'validation', field: fieldOf(place), path: pathOf(place), fault }),
    skip: (place) => notModelled.push(fieldOf(place)),
    suppose: (what) => supposed.add(what),
  }
}
