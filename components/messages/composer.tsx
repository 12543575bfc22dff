"use client";

import { ArrowUp, Check } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { arriving } from "@/lib/client/arriving";
import { keepDraft, readDraft } from "@/lib/client/drafts";
import { enterKey } from "@/lib/client/enter-key";
import type { Timeline } from "@/lib/client/timeline";
import { sayTyping, useStopTypingOnLeave } from "@/lib/client/say-typing";
import { abilities } from "@/lib/client/abilities";
import { useGrowingField } from "@/lib/client/use-growing-field";
import { AttachButtons } from "@/components/attachments/attach-buttons";
import { useComposerFiles } from "@/components/attachments/use-composer-files";
import { useConversation, type Writing } from "@/components/messages/conversation-context";
import type { SuggestionKeys } from "@/components/messages/composer-suggestions";
import { EmojiButton } from "@/components/messages/emoji-button";
import { useCallAll } from "@/components/messages/use-call-all";
import { useDeliver } from "@/components/messages/use-deliver";
import { VoiceButton } from "@/components/voice/voice-button";
import { IconButton } from "@/components/ui/icon-button";

const WritingBanner = lazy(() =>
  import("@/components/messages/writing-banner").then((module) => ({ default: module.WritingBanner })),
);

const FileTray = lazy(() =>
  import("@/components/attachments/file-tray").then((module) => ({ default: module.FileTray })),
);

const suggestions = arriving(() =>
  import("@/components/messages/composer-suggestions").then((module) => module.ComposerSuggestions),
);

const LIMIT = 10_000;
const isTouch = () => window.matchMedia("(pointer: coarse)").matches;

export function Composer({ writing, onDone, timeline }: { writing: Writing; onDone: () => void; timeline: Timeline }) {
  const t = useTranslations("composer");
  const deliver = useDeliver();
  const { room, me, thread, edit } = useConversation();
  const shelf = thread ? `${room.id}/${thread}` : room.id;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const [caret, setCaret] = useState(0);
  const over = text.trim().length - LIMIT;
  const files = useComposerFiles(shelf);
  const fresh = writing.kind === "new";
  const subject = fresh ? writing.replyTo : writing.message;
  const sendable = (text.trim() !== "" || (fresh && files.picked > 0)) && over <= 0;
  const Suggestions = suggestions.use();
  const keys = useRef<SuggestionKeys>(null);
  useStopTypingOnLeave(room.id);
  const fill = (value: string) => {
    setText(value);
    setCaret(value.length);
  };

  // What was begun here comes back, also what was typed before the page came alive; an edit begins with the message's text.
  const alive = useRef(false);
  useEffect(() => {
    if (!alive.current && field.current?.value) keepDraft(shelf, field.current.value);
    alive.current = true;
    if (writing.kind === "edit") fill(writing.message.content);
    else if (!writing.replyTo) fill(readDraft(shelf));
    const opened = writing.kind === "edit" || writing.replyTo;
    if (opened || !isTouch()) field.current?.focus({ preventScroll: true });
  }, [shelf, writing]);

  useGrowingField(field, text);
  const change = (value: string, at: number) => {
    setText(value);
    setCaret(at);
    if (writing.kind === "edit") return;
    keepDraft(shelf, value);
    sayTyping(room.id, value.trim() !== "");
  };

  const insert = (value: string, from = caret, to = caret) => {
    const next = text.slice(0, from) + value + text.slice(to);
    change(next, from + value.length);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(from + value.length, from + value.length);
    });
  };

  const submit = (sure = false) => {
    const content = text.trim();
    if (!sendable || (fresh && !sure && callAll.asks(content))) return;
    if (keys.current?.run(content)) {
      change("", 0);
      return;
    }
    if (writing.kind === "new" && files.picked > 0) void files.send(content, writing.replyTo);
    else deliver(writing, content);
    if (writing.kind === "new") {
      keepDraft(shelf, "");
      sayTyping(room.id, false);
    }
    fill("");
    onDone();
    field.current?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (keys.current?.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && enterKey() === "send") {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && (writing.kind === "edit" || writing.replyTo)) onDone();
    else if (event.key === "ArrowUp" && text === "" && abilities.edit) {
      const mine = timeline.messages.findLast((message) => message.sender?.id === me.id && !message.is_deleted);
      if (mine) {
        event.preventDefault();
        edit(mine);
      }
    }
  };

  const callAll = useCallAll(room.participant_count, () => submit(true));
  return (
    <div className="shrink-0 px-3 safe-bottom md:px-4">
      <form
        {...(fresh ? files.handlers : {})}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="relative mb-3 flex flex-col rounded-bubble border border-line bg-raised shadow-card transition-colors focus-within:border-accent md:mb-4"
      >
        {Suggestions && (
          <Suggestions
            text={text}
            caret={caret}
            fresh={fresh}
            insert={insert}
            clear={() => change("", 0)}
            keys={keys}
          />
        )}
        <Suspense>
          {subject && <WritingBanner subject={subject} editing={!fresh} onCancel={onDone} />}
          {files.shown && <FileTray shelf={shelf} />}
        </Suspense>
        <div className="flex items-end gap-1 p-1.5">
          {fresh && <AttachButtons onFiles={(given) => void files.pick(given)} />}
          <textarea
            ref={field}
            value={text}
            rows={1}
            dir="auto"
            enterKeyHint="enter"
            aria-label={t(thread ? "threadLabel" : "label", { room: room.display_name })}
            placeholder={t(thread ? "threadPlaceholder" : "placeholderShort")}
            onChange={(event) => change(event.target.value, event.target.selectionStart)}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
            className="field-sizing-content max-h-48 min-h-11 min-w-0 flex-1 resize-none thin-scroll bg-transparent px-3 py-2.5 leading-6 outline-none placeholder:truncate placeholder:text-ink-2"
          />
          {over > 0 && (
            <span role="alert" className="self-center text-xs text-danger-ink">
              {t("tooLong", { count: over })}
            </span>
          )}
          <EmojiButton onChoose={insert} />
          {fresh && !sendable && <VoiceButton onRecorded={({ file, ...facts }) => void files.sendVoice(file, facts)} />}
          <IconButton
            type="submit"
            size="large"
            filled
            icon={writing.kind === "edit" ? Check : ArrowUp}
            label={t(writing.kind === "edit" ? "save" : "send")}
            disabled={!sendable}
            onPointerDown={(event) => event.preventDefault()}
          />
        </div>
      </form>
      {callAll.question}
    </div>
  );
}
