"use client";

import { ArrowUp, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { clockOf } from "@/lib/client/clock-of";
import { type Recording, VoiceRecorder } from "@/lib/client/voice-recorder";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toasts";

/** `held`: the finger is down. `released`: it let go, so send. `free`: the recording goes on by itself. */
export type Hold = { shift: number; state: "held" | "released" | "free" };

const slideToCancel = -90;
const shown = 40;
/** Nothing was said in less. */
const shortest = 500;

/** What stands over the composer while one records. */
export function RecordingBar({
  hold,
  onDone,
  onClose,
}: {
  hold: Hold;
  onDone: (recording: Recording) => void;
  onClose: () => void;
}) {
  const t = useTranslations("voice");
  const recorder = useRef<Promise<VoiceRecorder>>(null);
  const settled = useRef(false);
  const [ms, setMs] = useState(0);
  const [levels, setLevels] = useState<number[]>([]);

  const settle = (how: "send" | "cancel") => {
    if (settled.current) return;
    settled.current = true;
    void recorder.current
      ?.then(async (running) => {
        if (how === "cancel") return running.cancel();
        const recording = await running.stop();
        if (recording.duration_ms >= shortest && recording.file.size > 0) onDone(recording);
      })
      .catch(() => undefined)
      .finally(onClose);
  };
  const settleNow = useRef(settle);
  settleNow.current = settle;

  useEffect(() => {
    settled.current = false;
    const starting = VoiceRecorder.start({
      onLevel: (level, at) => {
        setMs(at);
        setLevels((all) => [...all.slice(1 - shown), level]);
      },
      onLimit: () => settleNow.current("send"),
    });
    recorder.current = starting;
    starting.catch(() => {
      toast(t("noMicrophone"));
      onClose();
    });
    return () => void starting.then((running) => settled.current || running.cancel()).catch(() => undefined);
    // It records from when it appears until it goes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const cancelling = hold.state === "held" && hold.shift < slideToCancel;
  useEffect(() => {
    if (hold.state === "released") settleNow.current(hold.shift < slideToCancel ? "cancel" : "send");
  }, [hold]);

  return (
    <div
      role="group"
      aria-label={t("recording")}
      className="absolute inset-0 z-10 flex items-center gap-2 rounded-bubble bg-raised p-1.5"
    >
      <IconButton icon={Trash2} size="large" label={t("cancel")} onClick={() => settle("cancel")} />
      <span role="timer" className="w-11 text-sm tabular-nums">
        {clockOf(ms / 1000)}
      </span>
      <span aria-hidden className="flex h-8 min-w-0 flex-1 items-center justify-end gap-px overflow-hidden">
        {levels.map((level, i) => (
          <span
            key={i}
            style={{ height: `${10 + (90 * level) / 255}%` }}
            className={`w-1 rounded-full ${cancelling ? "bg-danger" : "bg-accent"}`}
          />
        ))}
      </span>
      {hold.state === "held" ? (
        <span className={`pe-3 text-sm ${cancelling ? "text-danger-ink" : "text-ink-2"}`}>
          {t(cancelling ? "letGoToCancel" : "slideToCancel")}
        </span>
      ) : (
        <IconButton icon={ArrowUp} size="large" filled label={t("send")} onClick={() => settle("send")} />
      )}
    </div>
  );
}
