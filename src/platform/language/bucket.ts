import type { Bucket } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import { cidr, dnsName, need, port, price, regions, stated, text } from '../schema.ts'

export type BucketOptions = Omit<Bucket, 'is' | 'name'>

export const bucketSpec: NounSpec<BucketOptions, Bucket> = {
  is: 'bucket',
  word: 'bucket',
  named: dnsName,
  fields: {
    host: need(dnsName, 'the host that it is reached at'),
    port,
    at: cidr,
    secret: need(dnsName, 'the Secret with its keys ACCESS_KEY_ID and ACCESS_SECRET_KEY'),
    region: text,
    replicatesTo: regions,
    pricePerGi: price,
    stated,
  },
  build: (name, options) => ({ is: 'bucket', name, ...options }),
}

/**
 * Object storage (S3) outside every declared cluster: no declared failure reaches it, but for the loss of the region that it
 * is said to lie in.
 * `bucket('copies', { host: 's3.eu-central-1.amazonaws.com', secret: 'copies-keys' })`
 */
export function bucket(name: string, options: BucketOptions): Bucket {
  return make(bucketSpec, name, options)
}
