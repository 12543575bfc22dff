/** PostgreSQL's text form of a timestamptz (session zone UTC) → ISO 8601 with microseconds and `Z`. */
export function instant(value: string): string;
export function instant(value: string | null): string | null;
export function instant(value: string | null): string | null {
  if (value === null) return null;
  const iso = value.replace(" ", "T").replace(/\+00(:00)?$/, "Z");
  return iso.includes(".") ? iso : iso.replace("Z", ".000000Z");
}
