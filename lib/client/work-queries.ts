import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";

export const taskOptions = (id: number) => queryOptions({ queryKey: keys.task(id), queryFn: () => api.task(id) });

export const propertyOptions = (id: number) =>
  queryOptions({ queryKey: keys.property(id), queryFn: () => api.property(id) });
