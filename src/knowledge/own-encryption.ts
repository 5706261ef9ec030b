// Whether what keeps data encrypts its own files, by the noun that declares it.

interface OwnEncryption {
  readonly does: boolean
  readonly says: string
  readonly source: string
}

const known: { readonly [noun: string]: OwnEncryption } = {
  mongodb: {
    does: false,
    says: 'MongoDB encrypts its files in the Enterprise edition alone',
    source: 'https://www.mongodb.com/docs/v8.0/core/security-encryption-at-rest/ (2026-11-22)',
  },
  postgres: {
    does: false,
    says: 'PostgreSQL has no encryption of its files: the file system or the disk under it has to do it',
    source: 'https://www.postgresql.org/docs/18/encryption-options.html (2026-11-22)',
  },
}

/** Undefined where nobody has looked. */
export function ownEncryption(noun: string): OwnEncryption | undefined {
  return Object.hasOwn(known, noun) ? known[noun] : undefined
}
