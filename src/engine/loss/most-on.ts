// How many pods with the same needs one node has room for.

export function mostOn(room: Float64Array | undefined, needs: Float64Array, asked: readonly number[]): number {
  let most = Number.POSITIVE_INFINITY
  for (let i = 0; i < asked.length; i++) {
    const r = asked[i] ?? 0
    most = Math.min(most, Math.floor((room?.[r] ?? 0) / (needs[r] ?? 1)))
  }
  return Math.max(0, most)
}
