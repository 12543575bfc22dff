import { expect, it } from "vitest";
import { patchFaults } from "../build/build-product";
import { brokenVariants } from "./broken-variants";

// Whoever changes one of these lines of the product keeps its broken variant, and so the proof of the checker, alive.
it.each(brokenVariants)("can still break the product: $name", ({ patches }) => {
  expect(patchFaults(patches)).toEqual([]);
});
