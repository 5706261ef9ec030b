// The document that everything in this folder follows, by its title.

import { statedIn } from 'seaworthy'

export const says = statedIn('Bakhmach-Business-Hub - Deployment Architecture & Infrastructure')
