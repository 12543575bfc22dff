import { workRoutes } from "./handlers/work";
import type { Route } from "./route";

/** Every call of the REST interface. */
export const routes: readonly Route[] = [...workRoutes];
