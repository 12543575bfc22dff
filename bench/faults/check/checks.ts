import { acknowledgedOnce } from "./acknowledged-once";
import { convergence } from "./convergence";
import { lastChange } from "./last-change";
import { liveOrder } from "./live-order";
import { noFaultOfItsOwn } from "./no-fault-of-its-own";
import { oneOrder } from "./one-order";
import { readBack } from "./read-back";
import { readMarks } from "./read-marks";
import { refusedAbsent } from "./refused-absent";
import { removal } from "./removal";
import { sameScreens } from "./same-screens";
import type { Check } from "./violation";

export const checks: readonly Check[] = [
  acknowledgedOnce,
  refusedAbsent,
  oneOrder,
  readBack,
  lastChange,
  liveOrder,
  sameScreens,
  removal,
  readMarks,
  convergence,
  noFaultOfItsOwn,
];
