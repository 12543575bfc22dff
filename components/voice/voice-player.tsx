"use client";

import { Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Attachment } from "@/lib/contract/shapes";
import { clockOf } from "@/lib/client/clock-of";
import { nowPlaying, playNext, voiceSpeed } from "@/lib/client/voice-playing";
import { Waveform } from "@/components/voice/waveform";
import { IconButton } from "@/components/ui/icon-button";

const speeds = [1, 1.5, 2];

/** A recording: one plays at a time, and after it the next one on the screen. */
export function VoicePlayer({ file }: { file: Attachment }) {
  const t = useTranslations("voice");
  const audio = useRef<HTMLAudioElement>(null);
  const playing = nowPlaying.use((id) => id === file.id);
  const speed = voiceSpeed.use((now) => now);
  const [at, setAt] = useState(0);
  // Recordings of browsers do not say how long they are; their message does.
  const [told, setTold] = useState(0);
  const length = file.duration_ms === null ? told : file.duration_ms / 1000;

  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.playbackRate = speed;
    if (!playing) element.pause();
    // It was removed meanwhile, or the browser wants a tap first.
    else element.play().catch(() => nowPlaying.set(null));
  }, [playing, speed]);

  const seek = (share: number) => {
    if (!audio.current || length === 0) return;
    audio.current.currentTime = share * length;
    setAt(share * length);
  };

  return (
    <div data-voice={file.id} className="flex w-72 max-w-full items-center gap-2 py-0.5">
      <audio
        ref={audio}
        src={file.url}
        preload="none"
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => {
          const { duration } = event.currentTarget;
          if (Number.isFinite(duration)) setTold(duration);
        }}
        onEnded={() => {
          setAt(0);
          playNext(file.id);
        }}
      />
      <IconButton
        icon={playing ? Pause : Play}
        size="large"
        filled
        label={t(playing ? "pause" : "play")}
        onClick={() => nowPlaying.set(playing ? null : file.id)}
        className="rounded-full"
      />
      <div className="min-w-0 flex-1">
        <Waveform bars={file.waveform ?? []} share={length > 0 ? at / length : 0} label={t("position")} onSeek={seek} />
        <p className="text-2xs text-ink-2 tabular-nums">{clockOf(at > 0 ? at : Math.round(length))}</p>
      </div>
      <button
        type="button"
        aria-label={t("speed", { speed })}
        onClick={() => voiceSpeed.set(speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1)}
        className="min-h-8 w-11 rounded-full bg-surface text-xs font-semibold text-ink-2 touch:min-h-11"
      >
        {speed}×
      </button>
    </div>
  );
}
