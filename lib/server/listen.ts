import type http from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "@/lib/config/config-error";

/** Binds the port, and gives the number that it got; a ConfigError of one line when it cannot be had. */
export function listen(server: http.Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `PORT: ${port} is already in use`,
        EACCES: `PORT: ${port} may not be used by this user`,
        EADDRNOTAVAIL: `HOST: ${host} is no address of this machine`,
        ENOTFOUND: `HOST: ${host} is unknown`,
      };
      reject(new ConfigError(reasons[error.code ?? ""] ?? `cannot listen on ${host}:${port} (${error.message})`));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
