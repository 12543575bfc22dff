import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** The interactive reference: swagger-ui-dist from our own disk, and nothing from anywhere else. */

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>AriStay chat API</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <link rel="stylesheet" href="/api/docs/narrow.css" />
  </head>
  <body>
    <div id="reference"></div>
    <noscript>The description itself is at /api/openapi.json.</noscript>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const start = `SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  displayOperationId: true,
  persistAuthorization: false,
  validatorUrl: null,
});
`;

/** No operation has links; on a phone the names of operations leave no room for their paths. */
const narrow = `body { margin: 0; }
.swagger-ui .response-col_links { display: none; }
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 12px; }
  .swagger-ui .information-container.wrapper { padding: 0 20px; }
  .swagger-ui .info { margin: 24px 0; }
  .swagger-ui .opblock .opblock-summary-operation-id { display: none; }
  .swagger-ui .opblock .opblock-summary-method { min-width: 64px; }
  .swagger-ui .opblock-tag { display: block; }
  .swagger-ui .opblock-body, .swagger-ui .model-box { overflow-x: auto; }
  .swagger-ui .opblock-body .highlight-code, .swagger-ui .opblock-body pre { max-width: 78vw; }
}
`;

const files: Record<string, { type: string; read: () => Promise<string | Buffer> }> = {
  "": { type: "text/html", read: () => Promise.resolve(html) },
  "start.js": { type: "text/javascript", read: () => Promise.resolve(start) },
  "narrow.css": { type: "text/css", read: () => Promise.resolve(narrow) },
  "swagger-ui.css": { type: "text/css", read: () => packaged("swagger-ui.css") },
  "swagger-ui-bundle.js": { type: "text/javascript", read: () => packaged("swagger-ui-bundle.js") },
};

/** The server's working folder is the project, as Next has it. */
function packaged(name: string): Promise<Buffer> {
  return readFile(path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/swagger-ui-dist", name));
}

const headers = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** A file of the reference by its name under /api/docs/; undefined for any other. */
export async function referenceResponse(name: string, request: Request): Promise<Response | undefined> {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) return undefined;
  const bytes = await file.read();
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const all = { ...headers, "content-type": `${file.type}; charset=utf-8`, etag };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: all });
  return new Response(new Uint8Array(Buffer.from(bytes)), { headers: all });
}
