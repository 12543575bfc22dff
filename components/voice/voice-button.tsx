"use client";

import { Mic } from "lucide-react";
import { lazy, type PointerEvent, Suspense, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Recording } from "@/lib/client/voice-recorder";
import type { Hold } from "@/components/voice/recording-bar";
import { IconButton } from "@/components/ui/icon-button";

const RecordingBar = lazy(() =>
  import("@/components/voice/recording-bar").then((module) => ({ default: module.RecordingBar })),
);

/** A shorter press is a tap: the recording goes on without the finger. */
const tap = 350;

/** Hold to record and let go to send, or tap and then choose. */
export function VoiceButton({ onRecorded }: { onRecorded: (recording: Recording) => void }) {
  const t = useTranslations("voice");
  const [hold, setHold] = useState<Hold | null>(null);
  const pressed = useRef({ x: 0, time: 0 });
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    // The finger may leave the button while it holds.
    event.currentTarget.setPointerCapture(event.pointerId);
    pressed.current = { x: event.clientX, time: event.timeStamp };
    setHold({ shift: 0, state: "held" });
  };
  const onPointerMove = (event: PointerEvent) => {
    setHold((now) => (now?.state === "held" ? { ...now, shift: event.clientX - pressed.current.x } : now));
  };
  const onPointerUp = (event: PointerEvent) => {
    const short = event.timeStamp - pressed.current.time < tap;
    setHold((now) => now && { ...now, state: short ? "free" : "released" });
  };
  return (
    <>
      <IconButton
        icon={Mic}
        size="large"
        label={t("record")}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setHold((now) => now && { ...now, state: "free" })}
        // By keyboard there is no pointer to hold.
        onClick={(event) => event.detail === 0 && setHold({ shift: 0, state: "free" })}
        className="touch-none"
      />
      <Suspense>{hold && <RecordingBar hold={hold} onDone={onRecorded} onClose={() => setHold(null)} />}</Suspense>
    </>
  );
}
