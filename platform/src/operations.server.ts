import type { Operation } from "./api/operation.server.ts";
import { organisationOperations } from "./modules/organisation/api.server.ts";

/** Everything the HTTP API can do. A room adds one line: its own operations. */
export const operations: readonly Operation[] = [...organisationOperations];
