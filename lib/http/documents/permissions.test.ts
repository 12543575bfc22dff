import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { permissionsDocument } from "./permissions";

it("docs/PERMISSIONS.md says what the table of permissions says", async () => {
  const options = { ...(await resolveConfig("docs/PERMISSIONS.md")), parser: "markdown" };
  await expect(await format(permissionsDocument(), options)).toMatchFileSnapshot("../../../docs/PERMISSIONS.md");
});
