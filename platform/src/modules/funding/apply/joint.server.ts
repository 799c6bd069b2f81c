import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { readIdentity } from "../../organisation/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { ApplicationStep } from "./notices.ts";
import { nameOf, openApplication } from "./service.server.ts";
import * as store from "./store.server.ts";
import { tellApplicants } from "./tell.server.ts";

/** Asks an organisation to apply together; who has left can be asked again. */
export async function inviteParty(
	work: Work,
	id: string,
	partyId: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, content, own, parties, can } = opened.done;
	if (!can.lead || !application.joint) return refused("not-allowed");
	const known = parties.find((one) => one.id === partyId);
	if (known && known.state !== "left") return refused("party-known", { field: "organisation" });
	if (!(await readIdentity(work, partyId))) return refused("party-unknown", { field: "organisation" });
	if (known) await store.deleteParty(work, application, partyId);
	await store.insertParty(work, application, { id: partyId, state: "invited", by: nameOf(work) });
	await logged(work, id, "invite", { party: partyId });
	await tellApplicants(work, [partyId], {
		...{ step: "invited", title: content.title, by: own.name, link: `/funding/applications/${id}` },
	});
	return done(undefined);
}

/** Takes a party out again, with what it had written; the lead alone. */
export async function removeParty(
	work: Work,
	id: string,
	partyId: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, content, own, parties, can } = opened.done;
	if (!can.lead || partyId === own.id) return refused("not-allowed");
	const known = parties.find((one) => one.id === partyId);
	if (!known) return refused("party-unknown");
	await store.deleteParty(work, application, partyId);
	await logged(work, id, "remove-party", { party: partyId });
	if (known.state !== "left")
		await tellApplicants(work, [partyId], {
			...{ step: "removed", title: content.title, by: own.name, link: "/funding/portfolio" },
		});
	return done(undefined);
}

const steps = { join: "joined", approve: "approved", leave: "left" } as const;

/**
 * What a party does of itself: takes part, approves its own part, or leaves. What it approved and then changes it approves
 * anew; who leaves takes its lines along.
 */
export async function moveParty(
	work: Work,
	id: string,
	{ move, because, version }: { readonly move: keyof typeof steps; readonly because: string; readonly version: number },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, own, lines, content } = opened.done;
	if (own.state === "lead") return refused("not-allowed");
	if (application.state !== "draft" && !application.changing) return refused("application-sent");
	if (move === "approve" && own.state === "invited") return refused("not-joined");
	if (move === "approve" && !lines.some(({ partyId }) => partyId === own.id)) return refused("not-ready");
	if (move === "leave") await store.writeLines(work, application, own.id, []);
	const state: ApplicationStep & ("joined" | "approved" | "left") = steps[move];
	const written = { state, by: nameOf(work), ...(move === "leave" ? { because, part: "" } : {}) };
	if (!(await store.updateParty(work, application, { id: own.id, version }, written)))
		return refused("changed-by-another");
	await logged(work, id, move, { party: own.id });
	await tellApplicants(work, [application.organisationId], {
		...{ step: state, title: content.title, by: own.name, link: `/funding/applications/${id}` },
	});
	return done(undefined);
}

async function logged(work: Work, id: string, verb: string, detail: Readonly<Record<string, string>>): Promise<void> {
	await record(work, {
		...{ verb: `funding-application.${verb}`, objectKind: "funding-application", objectId: id, detail },
	});
}
