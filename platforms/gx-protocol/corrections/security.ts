// Users, rights and names: who runs as what, may do what, and is called how.

import { components, held, manifests } from '../changing.ts'

/** The user and group that the image serves as, so that it neither starts as root nor has to change owners. */
export const startsAsTheUserOfItsImage = components(['postgres'], (options) => ({
  ...options,
  security: { ...held(options.security), user: 70, volumeGroup: 70 },
}))

/** Parts are shown as parts: the whole object is the derived one. */
export const marksExcerpts = manifests('shown', 'Deployment', undefined, (manifest) => manifest, { whole: false })
