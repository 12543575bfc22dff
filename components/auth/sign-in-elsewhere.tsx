"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { signInElsewhere } from "@/lib/client/sign-in";
import { Button } from "@/components/ui/button";

/** The way in through the company's own sign-in, under the name that it has there. */
export function SignInElsewhere({ next, name }: { next: string; name: string }) {
  const t = useTranslations("signIn");
  const [state, setState] = useState<"rest" | "busy" | "failed">("rest");
  const go = async () => {
    setState("busy");
    try {
      await signInElsewhere(next);
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="mt-5 flex flex-col gap-4">
      <p aria-hidden className="flex items-center gap-3 text-sm text-ink-2">
        <span className="h-px flex-1 bg-line" />
        {t("or")}
        <span className="h-px flex-1 bg-line" />
      </p>
      {state === "failed" && (
        <p role="alert" className="rounded-control bg-danger-soft px-4 py-3 text-sm font-medium text-danger-ink">
          {t("oidcFailed", { name })}
        </p>
      )}
      <Button look="outline" large disabled={state === "busy"} onClick={() => void go()}>
        {t("with", { name })}
      </Button>
    </div>
  );
}
