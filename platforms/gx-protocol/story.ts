// What the difference is, in a few matters: which reason of which verdict tells it, as written and as amended.

import type { Chapter } from '../../scripts/story.ts'

const nodeLost = 'survives/mainnet/loss-of-a-node/postgres'
const clusterLost = 'recovers/mainnet/loss-of-a-cluster/postgres'
const created = 'admitted/mainnet/Deployment/svc-identity'
const scraped = 'scrapes/mainnet/prometheus'
const told = 'noticed/mainnet/postgres'
const rights = 'accounts/mainnet/leastPrivilege'

export const story: readonly Chapter[] = [
  { when: 'the pods are created', asWritten: [created, 'podRefused'], amended: [created, 'pods'] },
  { when: 'a node dies', asWritten: [nodeLost, 'candidate'], amended: [nodeLost, 'carries'] },
  { when: 'the cluster is lost', asWritten: [clusterLost, 'data'], amended: [clusterLost, 'data'] },
  { when: 'metrics are collected', asWritten: [scraped, 'ingress'], amended: [scraped, 'passes'] },
  { when: 'a database is down', asWritten: [told, 'members'], amended: [told, 'members'] },
  { when: 'the backup job is broken into', asWritten: [rights, 'unused'], amended: [rights, 'nothing'] },
]
