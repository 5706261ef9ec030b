import { check } from './check.ts'
import type { Subject } from './figure.ts'
import { place } from './place.ts'
import { reach } from './reach.ts'
import { read } from './read.ts'
import { sweep } from './sweep.ts'

/** In the order in which they are measured. */
export const subjects: readonly Subject[] = [check, read, reach, place, sweep]
