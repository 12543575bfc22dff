"use client";

import { FileUp } from "lucide-react";
import { Fragment, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ImportedLine } from "@/lib/contract/admin";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { useErrorText } from "@/lib/client/use-error-text";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { toast } from "@/components/ui/toasts";

/** The header line that the server reads; the same in every language. */
const columns = ["username", "first_name", "last_name", "email", "role", "task_group"];

type State = { csv: string; lines: ImportedLine[]; created: number };

/** People from a spreadsheet: read it, look at what would be made, make it, and take the links along. */
export function ImportPeople({ onChanged, onClose }: { onChanged: () => void; onClose: () => void }) {
  const t = useTranslations("admin");
  const errorText = useErrorText();
  const [state, setState] = useState<State | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const send = async (csv: string, trial: boolean) => {
    setBusy(true);
    setError(null);
    try {
      setState({ csv, ...(await call("POST /api/admin/people/import/", { body: { csv, trial } })) });
      if (!trial) onChanged();
    } catch (thrown) {
      setError(thrown instanceof ApiError && thrown.fields.csv ? t("importWrong") : errorText(thrown));
    }
    setBusy(false);
  };
  const copy = async (lines: ImportedLine[]) => {
    const text = lines.map(({ full_name, username, url }) => [full_name, username, url].join("\t")).join("\n");
    try {
      await navigator.clipboard.writeText(text);
      toast(t("copied"));
    } catch {
      toast(t("notCopied"));
    }
  };
  const faulty = state?.lines.filter(({ problem }) => problem !== null).length ?? 0;
  const made = state !== null && state.created > 0;
  return (
    <Modal title={t("import")} onClose={onClose}>
      <div className="flex thin-scroll flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5">
        {!made && (
          <>
            <p className="text-sm text-ink-2">{t("importHint")}</p>
            <code className="rounded-control bg-sunken px-3 py-2 text-xs [overflow-wrap:anywhere]">
              {columns.map((column, index) => (
                <Fragment key={column}>
                  {index > 0 && ","}
                  <wbr />
                  {column}
                </Fragment>
              ))}
            </code>
            <div className="flex items-center gap-3">
              <input
                ref={input}
                type="file"
                accept=".csv,text/csv,text/plain"
                hidden
                aria-label={t("chooseFile")}
                onChange={(event) => {
                  const [file] = event.target.files ?? [];
                  // The same file may be chosen again, after it was mended.
                  event.target.value = "";
                  if (!file) return;
                  setChosen(file.name);
                  void file.text().then((csv) => send(csv, true));
                }}
              />
              <Button look="outline" className="shrink-0" disabled={busy} onClick={() => input.current?.click()}>
                <FileUp aria-hidden className="size-4.5" strokeWidth={1.8} />
                {t("chooseFile")}
              </Button>
              <span role="status" className="min-w-0 text-sm [overflow-wrap:anywhere] text-ink-2">
                {chosen ?? t("noFile")}
              </span>
            </div>
          </>
        )}
        {error !== null && (
          <p role="alert" className="rounded-control bg-danger-soft px-4 py-3 text-sm font-medium text-danger-ink">
            {error}
          </p>
        )}
        {state && <Lines lines={state.lines} />}
        {state && !made && (
          <>
            <p role="status" className="text-sm text-ink-2">
              {faulty > 0 ? t("importFaulty", { count: faulty }) : t("importReady", { count: state.lines.length })}
            </p>
            <Button disabled={busy || faulty > 0} onClick={() => void send(state.csv, false)}>
              {t("importNow", { count: state.lines.length })}
            </Button>
          </>
        )}
        {made && (
          <>
            <p role="status" className="text-sm text-ink-2">
              {t("imported", { count: state.created })}
            </p>
            <Button look="outline" onClick={() => void copy(state.lines)}>
              {t("copyLinks")}
            </Button>
          </>
        )}
      </div>
    </Modal>
  );
}

function Lines({ lines }: { lines: ImportedLine[] }) {
  const role = useTranslations("role");
  return (
    <ol className="flex flex-col gap-2">
      {lines.map((line) => (
        <li key={line.line} className="rounded-control border border-line px-3 py-2 text-sm [overflow-wrap:anywhere]">
          <span className="font-medium">{line.full_name}</span>{" "}
          <span className="text-ink-2">
            @{line.username}
            {line.role && ` · ${role(line.role)}`}
          </span>
          {line.problem !== null && <span className="block text-danger-ink">{line.problem}</span>}
          {line.url !== null && <span className="block text-xs select-all">{line.url}</span>}
        </li>
      ))}
    </ol>
  );
}
