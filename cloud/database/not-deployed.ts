/** The environment lacks a collection: `npm run deploy -- --only schema` creates it. */
export class NotDeployed extends Error {}
