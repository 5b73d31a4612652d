const MOST_CAUSES = 3;

/**
 * A fault as the program's log may keep it: what kind, where, and which rule of the database was broken. What the
 * database says of the row, and what was sent to it, stays out: it may hold anybody's name or address (S12).
 */
export function faultForLog(fault: unknown, depth = 0): Record<string, unknown> {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const { name, message, stack, cause } = fault;
  const { code, constraint, table, column } = fault as Error & Record<string, unknown>;
  return {
    type: name,
    message: withoutValues(message),
    stack: withoutValues(stack ?? ''),
    ...Object.fromEntries(
      Object.entries({ code, constraint, table, column }).filter(([, value]) => value !== undefined),
    ),
    ...(cause !== undefined && depth < MOST_CAUSES ? { cause: faultForLog(cause, depth + 1) } : {}),
  };
}

/** PostgreSQL repeats what it could not read: `invalid input syntax for type uuid: "…"`. */
function withoutValues(text: string): string {
  return text.replace(/(for (?:type|enum) [\w ]+|of range|value too long[^:\n]*): "[^\n]*"/g, '$1: "…"');
}
