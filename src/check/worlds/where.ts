// Some of the worlds, named by the choices that set them apart from the others, and by no others.

/** The worlds of a platform, each by what was picked for every choice: `['logs=loki', 'mesh=istio']`. */
export interface WorldSpace {
  readonly picks: readonly (readonly string[])[]
  /** By choice: the worlds that differ in nothing else. */
  readonly beside: readonly (readonly (readonly number[])[])[]
}

export function worldSpace(picks: readonly (readonly string[])[]): WorldSpace {
  const choices = picks[0]?.map((_, at) => at) ?? []
  const beside = choices.map((choice) => {
    const others = (world: number) => JSON.stringify(picks[world]?.toSpliced(choice, 1))
    return [...Map.groupBy(picks.keys(), others).values()]
  })
  return { picks, beside }
}

/** `logs=loki, mesh=istio or linkerd`; empty where it is all of them. What no product of picks names is named by its first world. */
export function whereOf({ picks, beside }: WorldSpace, among: ReadonlySet<number>): string {
  const decisive = beside.flatMap((groups, choice) =>
    groups.some((group) => new Set(group.map((world) => among.has(world))).size > 1) ? [choice] : [],
  )
  const pickedIn = (worlds: Iterable<number>) =>
    decisive.map((choice) => new Set([...worlds].map((world) => picks[world]?.[choice] ?? '')))
  const seen = pickedIn(among)
  const taken = picks.filter((own) => decisive.every((choice, at) => seen[at]?.has(own[choice] ?? '')))
  const [first] = among
  const named = taken.length === among.size ? seen : pickedIn(first === undefined ? [] : [first])
  return named.map((each) => orText([...each])).join(', ')
}

function orText([first = '', ...others]: readonly string[]): string {
  if (others.length > 3) return `${first} and ${others.length} others`
  return [first, ...others.map((pick) => pick.slice(pick.indexOf('=') + 1))].join(' or ')
}
