"use client";

import { Camera, Paperclip } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

/** Chooses files; on phones also takes a photo. */
export function AttachButtons({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations("files");
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    // The same file may be chosen again.
    event.target.value = "";
  };
  return (
    <>
      <input ref={files} type="file" multiple hidden aria-label={t("attach")} onChange={change} />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={t("camera")}
        onChange={change}
      />
      <IconButton icon={Paperclip} size="large" label={t("attach")} onClick={() => files.current?.click()} />
      <IconButton
        icon={Camera}
        size="large"
        label={t("camera")}
        onClick={() => camera.current?.click()}
        className="mouse:hidden"
      />
    </>
  );
}
