import type { Stand } from '../placement/stand.ts'

/** A copy to try things on. */
export function cloneStand({ board, free, on, owners, taken, claims }: Stand): Stand {
  return {
    board,
    free: free.map((row) => Float64Array.from(row)),
    on: on.map((row) => Int32Array.from(row)),
    owners: owners.map((row) => Int32Array.from(row)),
    taken: taken.map((row) => Int32Array.from(row)),
    claims: new Map(claims),
  }
}
