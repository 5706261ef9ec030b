/** The parts of an image reference, its short forms spelled out: `redis:7` is `docker.io/library/redis` with the tag `7`. */
export interface ImageReference {
  readonly registry: string
  readonly repository: string
  /** `latest` where neither tag nor digest is written. */
  readonly tag?: string
  readonly digest?: string
}

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const domain =
  '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?'
const shape = new RegExp(
  `^(?:(${domain})/)?(${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
)

/** Reads an image reference; undefined for what a container runtime refuses (github.com/distribution/reference, normalize.go). */
export function imageOf(reference: string): ImageReference | undefined {
  if (reference.length > 512) return undefined
  const [, first, rest = '', tag, digest] = shape.exec(reference) ?? []
  if (rest === '') return undefined
  // The first part is a registry only if it looks like a host; else it is the user's name on Docker Hub.
  const isHost = first !== undefined && (/[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase())
  if (first !== undefined && !isHost && !new RegExp(`^${component}$`).test(first)) return undefined
  const path = first === undefined || isHost ? rest : `${first}/${rest}`
  const registry = isHost ? first : 'docker.io'
  const isHub = registry === 'docker.io' || registry === 'index.docker.io'
  const repository = isHub && !path.includes('/') ? `library/${path}` : path
  return {
    registry: isHub ? 'docker.io' : registry,
    repository,
    ...(tag === undefined && digest === undefined ? { tag: 'latest' } : {}),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  }
}
