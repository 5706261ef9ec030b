// The document that everything in this folder follows, by its title.

import { statedIn } from 'seaworthy'

export const says = statedIn('Hafnium - Deployment Architecture')
