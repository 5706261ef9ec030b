// What V8 compiles, and when, fitted to a run of half a second.

import { setFlagsFromString } from 'node:v8'

// V8 complains on the terminal of a flag that it does not know, and another version may know another name.
const set = process.versions.node.startsWith('24.') ? setFlagsFromString : () => {}

/**
 * Loads modules with all their functions compiled, so that all are kept between runs: Node keeps what is compiled as a
 * module is loaded, while V8 compiles most functions at their first call, and would do so in every run.
 */
export async function compileWhole<T>(load: () => Promise<T>): Promise<T> {
  set('--no-lazy')
  try {
    return await load()
  } finally {
    set('--lazy')
  }
}

/**
 * Threads run as `fitShortRun` says, and begin with room for what a platform makes: cleared from the least size on, it costs a
 * run of half a second 15 ms. Said before a thread starts, for what V8 compiled under other flags is of no use to it.
 */
export function fitThread(): void {
  set('--min-semi-space-size=16')
  set('--initial-old-space-size=256')
  fitShortRun()
}

/**
 * Has V8's last and dearest compiler wait ten times as long: most runs end before its work pays, a long one still gets it.
 * And the room for new objects grows at once to what a run needs, which is then cleared a third as often.
 */
export function fitShortRun(): void {
  set('--invocation-count-for-turbofan=30000')
  set('--semi-space-growth-factor=8')
}

/**
 * Has V8 neither optimise to the last nor clear old memory in steps: a run of a third of a second ends before either pays,
 * and both take processors from it. Who sees that there is more to do calls `fitLongRun`.
 */
export function fitBriefRun(): void {
  set('--no-opt')
  set('--no-incremental-marking')
}

/** Takes back `fitBriefRun`. */
export function fitLongRun(): void {
  set('--opt')
  set('--incremental-marking')
}
