// Hosting strategy: what keeps data, and what carries events. Whose services they are is open.

import { content, kafka, managed, objectStore, postgres, rabbitmq, undecided, warehouse } from 'seaworthy'
import { says } from './says.ts'

const strategy = (line: number) => says('Hosting Strategy', line)
const data = { stated: strategy(44) } as const
const messages = { stated: strategy(45) } as const

export const database = postgres('postgres', {
  holds: [content('transactions', { use: 'transactions', ...data })],
  ...data,
})

export const documents = objectStore('documents', {
  holds: [content('documents', { use: 'documents', ...data })],
  ...data,
})

export const analytics = warehouse('warehouse', {
  managedBy: undecided('warehouse', managed('snowflake', data), managed('bigquery', data), strategy(44)),
  holds: [content('analytics', { use: 'analytics', ...data })],
  ...data,
})

const carried = {
  holds: [
    content('integration-events', { use: 'events', ...messages }),
    content('notifications', { use: 'messages', ...messages }),
  ],
  ...messages,
}

export const broker = undecided('broker', kafka('broker', carried), rabbitmq('broker', carried), strategy(45))

export const stores = [database, documents, analytics, broker]
