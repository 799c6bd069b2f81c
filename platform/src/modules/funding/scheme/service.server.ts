import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { giverOf } from "../asker.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { Scheme, SchemeFacts } from "./contract.ts";
import * as store from "./store.server.ts";

export { listSchemes } from "./store.server.ts";

/** A scheme by its id; undefined where there is none. */
export async function findScheme(work: Work, id: string): Promise<Scheme | undefined> {
	return (await store.listSchemes(work)).find((one) => one.id === id);
}

/** Writes down a scheme: by the directorate itself, or by a state administrator whose directorate is not here. */
export async function addScheme(work: Work, facts: SchemeFacts): Promise<Outcome<{ id: string }, FundingRefusal>> {
	const organisationId = await giverOf(work);
	if (organisationId === null) return refused("not-allowed");
	if (await store.isNameTaken(work, organisationId, facts.name, null))
		return refused("name-taken", { field: "name", detail: { name: facts.name } });
	const id = newId();
	await store.insertScheme(work, { organisationId, id }, facts);
	await record(work, { verb: "funding-scheme.create", objectKind: "funding-scheme", objectId: id });
	return done({ id });
}

/** Changes a scheme of one's own. Calls that are published say what they said. */
export async function changeScheme(
	work: Work,
	id: string,
	{ version, ...facts }: SchemeFacts & { readonly version: number },
): Promise<Outcome<undefined, FundingRefusal>> {
	const [organisationId, scheme] = [await giverOf(work), await findScheme(work, id)];
	if (!scheme) return refused("missing");
	if (organisationId !== scheme.organisationId) return refused("not-allowed");
	if (await store.isNameTaken(work, organisationId, facts.name, id))
		return refused("name-taken", { field: "name", detail: { name: facts.name } });
	if (!(await store.updateScheme(work, { organisationId, id, version }, facts))) return refused("changed-by-another");
	await record(work, { verb: "funding-scheme.change", objectKind: "funding-scheme", objectId: id });
	return done(undefined);
}
