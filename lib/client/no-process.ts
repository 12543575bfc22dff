/** All that a browser has of Node's `process`. React asks whether there is one before it tells of an error, and nobody else does. */
export const env = {};
