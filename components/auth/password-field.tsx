"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";

export function PasswordField(props: ComponentProps<typeof TextField>) {
  const t = useTranslations("signIn");
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? "hide" : "show")}
          size="large"
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
