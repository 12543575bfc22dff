import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** Some of the settings, under what they are about. */
export function SettingsSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Card>
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold">{title}</h2>
        {hint && <p className="text-sm text-ink-2">{hint}</p>}
      </div>
      {children}
    </Card>
  );
}
