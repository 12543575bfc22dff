import { user } from "./shapes";

const sharedDevice = {
  id: "0199a1b2-7c1d-4d4e-9f00-1a2b3c4d5e03",
  name: "Laundry tablet",
  task_group: "laundry",
  approved_by: user,
  created_at: "2026-05-04T09:00:00.000000Z",
  last_used_at: null,
  current: true,
};

export const sharedDeviceExamples = {
  listSharedDevices: {
    response: { count: 1, next: null, previous: null, results: [{ ...sharedDevice, current: false }] },
  },
  approveSharedDevice: { body: { name: "Laundry tablet", task_group: "laundry" }, response: sharedDevice },
  revokeSharedDevice: {},
  getPin: { response: { set: true } },
  setPin: { body: { current_password: "correct horse battery", pin: "270451" } },
  removePin: {},
};
