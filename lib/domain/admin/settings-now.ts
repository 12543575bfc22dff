import { database } from "@/db/database";
import { type HouseSettingsRow, selectSettings } from "@/db/queries/settings";
import { keptFresh } from "../kept-fresh";

const kept = keptFresh<HouseSettingsRow>({
  kind: "settings",
  freshFor: 5_000,
  read: () => selectSettings(database().db),
});

/** What is set for everybody, from memory: nothing waits for it. Undefined in a process that has just begun. */
export const settingsNow = (): HouseSettingsRow | undefined => kept.now();

/** Reads it as it is now, before a change of it is answered. */
export const rereadSettings = (): Promise<HouseSettingsRow> => kept.reread();
