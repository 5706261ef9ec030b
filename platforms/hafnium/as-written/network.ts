// The way in: what stands in the public subnet and whom it calls. Which ingress, and which mesh, are still open.

import { client, gateway, loadBalancer, mesh, natGateway, undecided } from 'seaworthy'
import { backend, riskEngine } from './components.ts'
import { says } from './says.ts'
import { publicSubnet } from './subnets.ts'

const drawn = (...lines: readonly number[]) => says('Infrastructure Taxonomy', ...lines)
const orchestration = (line: number) => says('Orchestration (Kubernetes)', line)

export const serviceMesh = mesh('service-mesh', {
  by: undecided('mesh', 'linkerd', 'istio', orchestration(55)),
  stated: orchestration(55),
})

// The drawing lets the load balancer call the cluster as a whole: whatever answers there.
export const ingress = gateway('ingress', {
  by: undecided('ingress', 'nginx', 'alb', orchestration(54)),
  listens: 'http',
  calls: [riskEngine, backend],
  cites: { calls: drawn(38) },
  stated: orchestration(54),
})

export const balancer = loadBalancer('load-balancer', {
  by: 'alb',
  in: publicSubnet,
  calls: [ingress],
  cites: { calls: drawn(38), in: drawn(15, 16) },
  stated: drawn(16),
})

export const internet = client('internet', { calls: [balancer], stated: drawn(37) })
export const wayOut = natGateway('nat-gateway', { in: publicSubnet, stated: drawn(17) })

export const edge = [internet, balancer, wayOut, ingress]
