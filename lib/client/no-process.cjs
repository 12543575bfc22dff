/** What a browser has of Node's `process`. React asks whether there is one before it tells of an error, and nobody else does. */
module.exports = { env: {} };
