// Where changes come from: a developer's own copy, a branch, and what two people have looked at.

import { branch } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { local } from './environments.ts'

const workingCopy = branch('working-copy', { deploysTo: local })

export const main = branch('main', {
  reviews: 1,
  checks: ['tests'],
  dismissesStale: true,
  stated: says('Environment Promotion Process', 492),
})

export const branches = [workingCopy, main]
