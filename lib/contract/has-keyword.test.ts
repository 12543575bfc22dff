import { expect, it } from "vitest";
import { hasKeyword } from "./has-keyword";

it.each([
  ["The boiler is cold", ["boiler"], true],
  ["BOILER!", ["boiler"], true],
  ["The boilers are cold", ["boiler"], false],
  ["Caldéra rota", ["caldera"], true],
  ["Nước nóng không có", ["nước nóng"], true],
  ["Room 12 is ready", ["12"], true],
  ["Room 112 is ready", ["12"], false],
  ["What does C++ cost?", ["c++"], true],
  ["Anything", [], false],
])("%j with %j: %s", (text, keywords, expected) => expect(hasKeyword(text, keywords)).toBe(expected));
