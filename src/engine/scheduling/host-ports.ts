// Ports of the node that its pods occupy.
// Source: k8s.io/kube-scheduler@v0.36.3/framework/types.go:553 (HostPortInfo), pkg/scheduler/util/utils.go:227.

import type { PodSpec } from '../../kubernetes/types.ts'
import { fieldsIn, textOf } from '../pods/untrusted.ts'

export interface HostPort {
  readonly address: string
  /** `TCP/8080`. */
  readonly port: string
  readonly path: readonly (string | number)[]
}

/** Address → ports. A set, as in the scheduler: what two pods hold is free as soon as one of them goes. */
export type UsedPorts = Map<string, Set<string>>

const everyAddress = '0.0.0.0'

/** Of containers, and of init containers that stay on. */
export function hostPortsOf(spec: Partial<PodSpec>): readonly HostPort[] {
  const ports: HostPort[] = []
  for (const kind of ['initContainers', 'containers'] as const) {
    fieldsIn(spec[kind]).forEach((container, at) => {
      if (kind === 'initContainers' && container.restartPolicy !== 'Always') return
      fieldsIn(container.ports).forEach(({ hostPort, hostIP, protocol }, index) => {
        if (typeof hostPort !== 'number' || hostPort <= 0) return
        const path = ['spec', kind, at, 'ports', index, 'hostPort']
        ports.push({ address: textOf(hostIP) || everyAddress, port: `${textOf(protocol) || 'TCP'}/${hostPort}`, path })
      })
    })
  }
  return ports
}

export function usePorts(used: UsedPorts, ports: readonly HostPort[]): void {
  for (const { address, port } of ports) {
    const there = used.get(address)
    if (there) there.add(port)
    else used.set(address, new Set([port]))
  }
}

export function freePorts(used: UsedPorts, ports: readonly HostPort[]): void {
  for (const { address, port } of ports) used.get(address)?.delete(port)
}

export function copyOfPorts(used: UsedPorts): UsedPorts {
  return new Map([...used].map(([address, ports]) => [address, new Set(ports)]))
}

/** Whether two ports cannot be had on one node. */
export function portsClash(a: HostPort, b: HostPort): boolean {
  return a.port === b.port && (a.address === b.address || a.address === everyAddress || b.address === everyAddress)
}

/** The first port that cannot be had; a port on every address clashes with the same port on any. */
export function clashingPort(used: UsedPorts, wanted: readonly HostPort[]): HostPort | undefined {
  return wanted.find(({ address, port }) => {
    if (address !== everyAddress) return used.get(everyAddress)?.has(port) || used.get(address)?.has(port)
    for (const ports of used.values()) if (ports.has(port)) return true
    return false
  })
}
