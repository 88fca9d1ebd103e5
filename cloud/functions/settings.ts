/** The runtime of all functions. It is chosen when a function is created, and never again. */
export const RUNTIME = 'Node.js 18';
