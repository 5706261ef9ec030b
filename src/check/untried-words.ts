import { mostTried, type Untried } from '../engine/loss/every-order.ts'
import { grouped } from './count-words.ts'

/** Why not every order was tried of what is neither proved nor shown. */
export const untriedWords: { readonly [U in Untried]: string } = {
  nodes: `there are more than ${mostTried.nodes} nodes`,
  pods: `more than ${mostTried.pods} pods look for a node`,
  'pods anywhere': `there are more than ${mostTried.podsAnywhere} pods, and nothing shows where they run`,
  priorities: 'pods differ in priority',
  volumes: 'volumes are tied to nodes or zones',
  unmodelled: 'pods use what is not modelled',
  taken: 'what others take on a lost node, by an estimate, may come after its pods',
  states: `pods may stand in more than ${grouped(mostTried.states)} ways`,
}
