import http from "node:http";
import { Provider } from "oidc-provider";
import { listen } from "@/lib/server/listen";

export type OidcPerson = { sub: string; email?: string; email_verified?: unknown };

/** A real OpenID provider: whoever is `person` at the moment is signed in there, and asked nothing. */
export class OidcServer {
  person: OidcPerson = { sub: "nobody" };
  readonly client = { id: "chat", secret: "a secret between two servers" };

  private constructor(
    private readonly server: http.Server,
    readonly issuer: string,
  ) {}

  /** `inToken`: whether the address is told in the token, and not only where one asks for it. */
  static async start(redirectUri: string, { inToken = false } = {}): Promise<OidcServer> {
    let handler: http.RequestListener = (_, response) => response.end();
    const server = http.createServer((request, response) => void handler(request, response));
    const one = new OidcServer(server, `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`);
    const provider: Provider = new Provider(one.issuer, {
      clients: [{ client_id: one.client.id, client_secret: one.client.secret, redirect_uris: [redirectUri] }],
      claims: { openid: ["sub"], email: ["email", "email_verified"] },
      conformIdTokenClaims: !inToken,
      cookies: { keys: ["a key of the test"] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...one.person, sub }) }),
      async loadExistingGrant({ oidc }) {
        const accountId = oidc.session?.accountId;
        const clientId = oidc.client?.clientId;
        if (!accountId || !clientId) return undefined;
        const grant = new provider.Grant({ accountId, clientId });
        grant.addOIDCScope("openid email");
        await grant.save();
        return grant;
      },
    });
    const answer = provider.callback();
    handler = (request, response) => {
      const login = { accountId: one.person.sub, remember: false };
      if (request.url?.startsWith("/interaction/")) {
        void provider.interactionFinished(request, response, { login });
      } else void answer(request, response);
    };
    return one;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
