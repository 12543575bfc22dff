/** A mistake in how the server is set up. Its message is one line that an operator can act on; no stack is shown. */
export class ConfigError extends Error {
  override name = "ConfigError";
}
