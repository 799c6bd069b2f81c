import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";

/** Each organisation finds it in its own log. */
export async function recordForAll(
	work: Work,
	verb: string,
	organisationIds: readonly string[],
	detail: { readonly [key: string]: string },
): Promise<void> {
	for (const organisationId of organisationIds)
		await record(work, { verb, objectKind: "organisation", objectId: organisationId, organisationId, detail });
}
