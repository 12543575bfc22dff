import { ChatError } from "@/lib/contract/errors";

const taken: Record<string, { field: string; message: string }> = {
  users_username_key: { field: "username", message: "This username is taken." },
  users_email_key: { field: "email", message: "This e-mail address is taken." },
};

/** Runs a write of an account; a name or address that somebody has already is a `conflict`. */
export async function refuseTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    for (let error = thrown; error instanceof Error; error = error.cause) {
      const found = "constraint_name" in error ? taken[String(error.constraint_name)] : undefined;
      if (found) throw new ChatError("conflict", found.message, { fields: { [found.field]: [found.message] } });
    }
    throw thrown;
  }
}
