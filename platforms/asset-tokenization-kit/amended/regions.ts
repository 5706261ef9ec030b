// Where it stands: two regions of one provider, both under the law that the rows of persons are under.

/** Of production, and of what is tried before it. */
export const home = 'eu-central-1'

/** Of what takes over. */
export const away = 'eu-west-3'

export const zonesOf = (region: string): readonly string[] => ['a', 'b', 'c'].map((zone) => `${region}${zone}`)

/** Stands for the provider's list of blocks for objects in that region, which whoever runs it puts here. */
export const objectsAt = '203.0.113.64/26'
