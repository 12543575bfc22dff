"use client";

import {
  BrushCleaning,
  ClipboardCheck,
  FileText,
  type LucideIcon,
  PackageOpen,
  Shapes,
  WashingMachine,
  Waves,
  Wrench,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";

const icons: Record<Task["task_type"], LucideIcon> = {
  administration: FileText,
  cleaning: BrushCleaning,
  maintenance: Wrench,
  laundry: WashingMachine,
  lawn_pool: Waves,
  inspection: ClipboardCheck,
  preparation: PackageOpen,
  other: Shapes,
};

export function TaskIcon({ type }: { type: Task["task_type"] }) {
  const t = useTranslations("taskType");
  const Icon = icons[type];
  return (
    <span className="flex size-11 shrink-0 items-center justify-center rounded-tile bg-tint-task text-on-tint">
      <Icon role="img" aria-label={t(type)} className="size-5.5" strokeWidth={1.8} />
    </span>
  );
}
