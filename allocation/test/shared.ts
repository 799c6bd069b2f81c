import { join } from "node:path";

/** Where the published test input lies; tests that need it skip, and say so, where it is missing. */
export const sharedFolder = process.env.LAERINGSARENA_SHARED ?? join(import.meta.dirname, "..", "..", "..", "shared");
