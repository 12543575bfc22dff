import type { SharedDeviceRow } from "@/db/queries/shared-devices";
import type { UserRow } from "@/db/queries/users";
import type { SharedDevice } from "@/lib/contract/shared-devices";
import { instant } from "../instant";
import { briefOf } from "../users/present-me";

export function presentSharedDevice(device: SharedDeviceRow, approver: UserRow, currentId?: string): SharedDevice {
  return {
    id: device.id,
    name: device.name,
    task_group: device.taskGroup,
    approved_by: briefOf(approver),
    created_at: instant(device.createdAt),
    last_used_at: instant(device.lastUsedAt),
    current: device.id === currentId,
  };
}
