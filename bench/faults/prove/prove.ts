import type { Options } from "../options";
export function prove(_options: Options): Promise<boolean> {
  throw new Error("not yet");
}
