// What a Cluster of CloudNativePG names: the password of the owner of its database, and what opens the place of its copies.
// Source: https://cloudnative-pg.io/docs/current/bootstrap, /appendixes/backup_barmanobjectstore

import { fieldsAt } from '../../estate/import/fields.ts'
import { named } from './pod-references.ts'
import type { Reference } from './reference.ts'

type Fields = { readonly [field: string]: unknown }

export function postgresReferences(spec: Fields, _object: unknown, namespace: string): readonly Reference[] {
  const { name } = fieldsAt(spec, 'bootstrap', 'initdb', 'secret')
  const path = ['spec', 'bootstrap', 'initdb', 'secret', 'name']
  const otherwise = 'the owner of its database gets no password'
  return [
    // Both keys are read, or none is taken.
    ...['username', 'password'].flatMap((key) => named('Secret', name, { group: '', namespace, key, path, otherwise })),
    ...copyReferences(spec, namespace),
  ]
}

function copyReferences(spec: Fields, namespace: string): readonly Reference[] {
  const credentials = fieldsAt(spec, 'backup', 'barmanObjectStore', 's3Credentials')
  return Object.keys(credentials).flatMap((field) => {
    const { name, key } = fieldsAt(credentials, field)
    return named('Secret', name, {
      group: '',
      namespace,
      ...(typeof key === 'string' && { key }),
      path: ['spec', 'backup', 'barmanObjectStore', 's3Credentials', field, 'name'],
      otherwise: 'nothing of it is copied out',
    })
  })
}
