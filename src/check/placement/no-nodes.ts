/** What decides where nothing is said of nodes. */
export const noNodes = 'the nodes: --nodes FILE, as kubectl get nodes -o yaml prints them, or a snapshot'
