export const taskGroups = ["cleaning", "maintenance", "laundry", "lawn_pool", "general", "none"] as const;
