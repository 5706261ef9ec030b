import type { PortRange } from '../../engine/reachability/port-ranges.ts'

/** `TCP 80, 443, 8000-8080; UDP 53`. */
export function portsText(ports: readonly PortRange[] | 'all' = []): string {
  if (ports === 'all') return 'every port'
  const byProtocol = Map.groupBy(ports, ({ protocol }) => protocol)
  const texts = [...byProtocol].map(([protocol, ranges]) => {
    const shown = ranges.slice(0, 8).map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
    return `${protocol} ${isEveryPort(ranges) ? 'every port' : shown.join(', ')}${ranges.length > 8 ? ` and ${ranges.length - 8} more` : ''}`
  })
  return texts.join('; ')
}

function isEveryPort(ranges: readonly PortRange[]): boolean {
  return ranges.length === 1 && ranges[0]?.first === 1 && ranges[0].last === 65_535
}
