import type { HouseSettings, HouseSettingsChange } from "@/lib/contract/house-settings";

const untouched: HouseSettings = {
  upload_mb_per_day: null,
  file_mb: null,
  lock_minutes: 5,
  limits: { send: null, search: null, create_room: null, upload: null, report: null },
  message_days: null,
  usual: {
    upload_mb_per_day: 2000,
    file_mb: 25,
    lock_minutes: 5,
    limits: { send: 150, search: 60, create_room: 60, upload: 120, report: 20 },
  },
};

const body: HouseSettingsChange = { upload_mb_per_day: 500, limits: { send: 60 }, message_days: 730 };

/** What is set for everybody, before and after somebody changes it. */
export const settingsExamples = {
  getSettings: { response: untouched },
  updateSettings: {
    body,
    response: { ...untouched, ...body, limits: { ...untouched.limits, send: 60 } },
  },
};
