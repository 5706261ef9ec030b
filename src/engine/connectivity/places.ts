/** Parts of so many bytes each, one after another from an address on: where each begins. */
export function placesOf<K extends string>(
  parts: Readonly<Record<K, number>>,
  from: number,
): Readonly<Record<K, number>> {
  let next = from
  const places: [string, number][] = []
  for (const [name, bytes] of Object.entries<number>(parts)) {
    places.push([name, next])
    next += bytes
  }
  return Object.fromEntries(places) as Record<K, number>
}

/** Bytes of all parts. */
export function bytesOf(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)
}
