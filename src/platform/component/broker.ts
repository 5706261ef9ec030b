// What brokers share: messages in topics or queues, each with copies on some of the members.

import type { Traits } from '../component.ts'
import type { Topic } from '../model.ts'
import { count, duration, type Fields, map, record, stated, text } from '../schema.ts'
import type { Say } from '../validate.ts'
import { open } from './rules.ts'
import { checkStore, type StoreKind, storeTraits } from './store.ts'
import { type StoreOptions, storeFields } from './store-options.ts'
import { present } from './workload.ts'

export interface BrokerOptions extends StoreOptions {
  /** How many members hold each message, where a topic does not say; default 1, as brokers have it. */
  readonly copies?: number
  /** How many of them must have a message before it counts. */
  readonly minInSync?: number
  /** Topics or queues by name: `{ orders: { partitions: 12, copies: 3, minInSync: 2, keeps: '7d' } }`. */
  readonly topics?: { readonly [name: string]: Topic }
}

const ofEach = { copies: count(1), minInSync: count(1) } satisfies Fields

export const brokerFields = {
  ...storeFields,
  ...ofEach,
  topics: map(
    text,
    record('a topic such as { partitions: 12, copies: 3 }', {
      ...ofEach,
      partitions: count(1),
      keeps: duration,
      stated,
    }),
  ),
} satisfies Fields

export function brokerTraits(kind: StoreKind, name: string, options: BrokerOptions): Traits {
  const { copies, minInSync, topics = {}, members = 1, managedBy, replication } = options
  const traits = storeTraits(kind, name, options)
  const all = present({ copies, minInSync })
  const isCopied = (copies ?? 1) > 1 || Object.values(topics).some((topic) => (topic.copies ?? 1) > 1)
  const follows = {
    of: name,
    mode: isCopied ? 'consensus' : 'none',
    failover: isCopied ? 'automatic' : 'none',
  } as const
  return present({
    ...traits,
    topics: Object.fromEntries(Object.entries(topics).map(([topic, said]) => [topic, { ...all, ...said }])),
    ...(replication === undefined && !managedBy && members > 1 && { replicates: follows }),
  })
}

export function checkBroker(kind: StoreKind, name: string, options: BrokerOptions, say: Say): void {
  // How many copies there are says how members follow each other.
  const { members, managedBy, copies, minInSync, topics = {} } = options
  checkStore({ ...kind, replication: { mode: 'consensus', failover: 'automatic' } }, name, options, say)
  const brokers = managedBy || members === undefined || open(members) ? undefined : members
  const said: readonly (readonly [path: string, topic: Topic])[] = [
    ['', present({ copies, minInSync })],
    ...(open(topics) ? [] : Object.entries(topics).map(([topic, held]) => [`topics.${topic}.`, held] as const)),
  ]
  for (const [path, topic] of said) {
    if (open(topic)) continue
    const held = topic.copies ?? copies ?? 1
    if (brokers !== undefined && topic.copies !== undefined && topic.copies > brokers)
      say({ path: `${path}copies`, found: `${topic.copies}`, allowed: `at most its ${brokers} members` })
    if (topic.minInSync !== undefined && topic.minInSync > held)
      say({
        path: `${path}minInSync`,
        found: `${topic.minInSync}`,
        allowed: `at most the ${held} copies that there are`,
      })
  }
}
