import specs from "@asyncapi/specs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { asyncApiDocument } from "./asyncapi";
import { openApiDocument } from "./openapi";

/** What people who make clients from the documents run over them first. */
const documents: [string, () => object][] = [
  ["OpenAPI", openApiDocument],
  ["AsyncAPI", asyncApiDocument],
];

it.each(documents)("Redocly finds nothing to say of the %s document", async (_, made) => {
  const config = await createConfig({
    extends: ["recommended-strict"],
    rules: {
      // The software belongs to one company and is licensed to nobody.
      "info-license": "off",
      // Phones in the field post to the slash form; both forms answer.
      "no-path-trailing-slash": "off",
    },
  });
  const problems = await lintFromString({ source: JSON.stringify(made()), config });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
});

it("AsyncAPI's own schema accepts the document of the sockets", () => {
  // It brings the schema of schemas along.
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, meta: false }));
  const validate = ajv.compile(specs.schemas["3.0.0"] as object);
  validate(asyncApiDocument());
  expect((validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([]);
});
