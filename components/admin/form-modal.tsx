"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { useErrorText } from "@/lib/client/use-error-text";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Modal } from "@/components/ui/modal";

type Props = {
  title: string;
  action: string;
  /** What is thrown is shown: by its fields, or as a whole. */
  onSubmit: (form: FormData) => Promise<unknown>;
  onClose: () => void;
  children: (wrong: (field: string) => string | undefined) => ReactNode;
};

/** A form over the page; it stays open until what it asks for was done. */
export function FormModal({ title, action, onSubmit, onClose, children }: Props) {
  const t = useTranslations("message");
  const admin = useTranslations("admin");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fields = error instanceof ApiError ? error.fields : {};
  const wrong = (field: string) =>
    fields[field] && (error instanceof ApiError && error.code === "conflict" ? admin("taken") : admin("wrongField"));
  const submit = async (form: FormData) => {
    setBusy(true);
    setError(null);
    try {
      await onSubmit(form);
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return (
    <Modal title={title} onClose={onClose}>
      <Form
        className="flex thin-scroll flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5"
        onSend={(form) => void submit(form)}
      >
        {children(wrong)}
        {error !== null && Object.keys(fields).length === 0 && (
          <p role="alert" className="rounded-control bg-danger-soft px-4 py-3 text-sm font-medium text-danger-ink">
            {errorText(error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" disabled={busy}>
            {action}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
