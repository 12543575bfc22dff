import nodemailer, { type Transporter } from "nodemailer";
import { config } from "@/lib/config/config";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Where one request ends all such mail (RFC 8058), without asking who it is. */
  unsubscribe: string;
};

/** A mail server that says nothing for so long (ms) is asked again later. */
const patience = 10_000;

let held: { url: string; transporter: Transporter } | undefined;

/** Whether this house can send e-mail. */
export const canMail = (): boolean => config().SMTP_URL !== undefined;

/**
 * Hands an e-mail to the configured server, and throws when it does not take it. In plain text alone: what people write is
 * never made HTML.
 */
export async function sendMail({ to, subject, text, unsubscribe }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = config();
  if (!SMTP_URL) throw new Error("There is no mail server: SMTP_URL is not set.");
  if (held?.url !== SMTP_URL) {
    held?.transporter.close();
    const transporter = nodemailer.createTransport({
      url: SMTP_URL,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    held = { url: SMTP_URL, transporter };
  }
  await held.transporter.sendMail({
    from: MAIL_FROM,
    to: { name: "", address: to },
    subject,
    text,
    headers: {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  });
}
