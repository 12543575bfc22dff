"use client";

import { ChevronLeft } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { formText } from "@/lib/client/form-text";
import { signInWithPin } from "@/lib/client/sign-in";
import { useErrorText } from "@/lib/client/use-error-text";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";

type Someone = { id: number; full_name: string };
type Props = { people: Someone[]; next: string; withPassword: ReactNode };

/** The door of a shared device: one's name, then the PIN. The password stays a way in. */
export function PinSignIn({ people, next, withPassword }: Props) {
  const t = useTranslations("sharedDevice");
  const [chosen, setChosen] = useState<Someone | "password" | null>(null);
  if (chosen === null) {
    return (
      <div className="flex flex-col gap-4">
        <ul aria-label={t("who")} className="flex flex-col gap-1.5">
          {people.map((person) => (
            <li key={person.id}>
              <Button
                look="outline"
                className="min-h-14 w-full justify-start text-base"
                onClick={() => setChosen(person)}
              >
                <Avatar id={person.id} name={person.full_name} size="sm" />
                <span className="min-w-0 truncate">{person.full_name}</span>
              </Button>
            </li>
          ))}
        </ul>
        {people.length === 0 && <p className="text-sm text-ink-2">{t("nobody")}</p>}
        <Button look="quiet" onClick={() => setChosen("password")}>
          {t("usePassword")}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <Button look="quiet" className="-ms-5 self-start" onClick={() => setChosen(null)}>
        <ChevronLeft aria-hidden className="size-4.5 rtl:-scale-x-100" />
        {t("others")}
      </Button>
      {chosen === "password" ? withPassword : <PinForm person={chosen} next={next} />}
    </div>
  );
}

function PinForm({ person, next }: { person: Someone; next: string }) {
  const t = useTranslations("sharedDevice");
  const signIn = useTranslations("signIn");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  // A new field after each try: it is empty.
  const [round, setRound] = useState(0);
  const submit = async (form: FormData) => {
    setBusy(true);
    setError(undefined);
    try {
      const refused = await signInWithPin(person.id, formText(form, "pin"));
      if (!refused) return window.location.assign(next);
      setError(t("tooMany", { minutes: Math.ceil(refused.wait / 60) }));
    } catch (reason) {
      const wrong = reason instanceof ApiError && reason.code === "bad_credentials";
      setError(wrong ? t("wrong") : errorText(reason));
    }
    setRound((now) => now + 1);
    setBusy(false);
  };
  return (
    <Form key={round} className="flex flex-col gap-5" onSend={(fields) => void submit(fields)}>
      <TextField
        label={t("pinOf", { name: person.full_name })}
        name="pin"
        type="password"
        inputMode="numeric"
        pattern="[0-9]{6}"
        minLength={6}
        maxLength={6}
        autoComplete="off"
        required
        autoFocus
        error={error}
      />
      <Button type="submit" disabled={busy} className="min-h-12 text-base">
        {signIn(busy ? "busy" : "submit")}
      </Button>
    </Form>
  );
}
