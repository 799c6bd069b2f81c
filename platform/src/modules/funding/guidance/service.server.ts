import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import { isId } from "../../../id.ts";
import { record } from "../../../identity/audit.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { listPeopleOf } from "../apply/store.server.ts";
import { mayOf } from "../asker.server.ts";
import { nameOf } from "../award/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import { givers } from "../rules.ts";
import type { GuideKind } from "./codes.ts";
import type { AdviceFacts, GuidanceFacts, GuidanceStep, Guide, ListedGuidance } from "./contract.ts";
import { guidanceMoved } from "./notices.ts";
import * as store from "./store.server.ts";

/** Roles of those who can be guides, and of those who hear of advice. */
const guiding = ["case-officer", "adviser", "manager", "administrator"];
const applying = ["grants-coordinator", "administrator", "manager"];

/** Whether the actor has anything to do with guidance: asks for it, names who gives it, or gives it. */
export async function mayGuide(work: Work): Promise<boolean> {
	const may = await mayOf(work);
	return may.apply || may.makeCalls || (await isGuide(work, may.organisationId));
}

async function isGuide({ actor, ...work }: Work, organisationId: string | null): Promise<boolean> {
	if (actor.kind !== "person" || organisationId === null) return false;
	const guides = await store.listGuides({ actor, ...work }, organisationId);
	return guides.some(({ personId }) => personId === actor.personId);
}

/** Guidance one's organisation has asked for, or one may read at whom it was asked of; the last written in first. */
export async function listGuidance(work: Work): Promise<readonly ListedGuidance[]> {
	const may = await mayOf(work);
	const { organisationId } = may;
	if (organisationId === null) return [];
	const own = may.apply ? sql`g.organisation_id = ${organisationId}` : sql`false`;
	const given =
		may.makeCalls || (await isGuide(work, organisationId)) ? sql`g.giver_id = ${organisationId}` : sql`false`;
	return store.findGuidance(work, sql`${own} or ${given}`);
}

export type OpenedGuidance = {
	readonly guidance: ListedGuidance;
	readonly steps: readonly GuidanceStep[];
	readonly can: {
		/** Asks more, and opens it to those who supervise or walls it again. Who asked. */
		readonly ask: boolean;
		readonly advise: boolean;
	};
};

/** Guidance with all that is said in it; missing for whom it is walled from. */
export async function openGuidance(work: Work, id: string): Promise<Outcome<OpenedGuidance, FundingRefusal>> {
	const guidance = isId(id) ? (await listGuidance(work)).find((one) => one.id === id) : undefined;
	if (!guidance) return refused("missing");
	const { organisationId } = await mayOf(work);
	const isOwn = guidance.organisationId === organisationId;
	return done({ guidance, steps: await store.listSteps(work, guidance), can: { ask: isOwn, advise: !isOwn } });
}

/** Whom guidance can be asked of, and how many guides each has named who do not supervise. */
export async function listGivers(work: Work) {
	const { organisationId } = await mayOf(work);
	return (await store.listGivers(work, givers)).filter(({ id }) => id !== organisationId);
}

/** Asks for guidance on behalf of the organisation acted for. It is walled from those who supervise. */
export async function askGuidance(work: Work, facts: GuidanceFacts): Promise<Outcome<{ id: string }, FundingRefusal>> {
	const may = await mayOf(work);
	if (!may.apply || may.organisationId === null) return refused("not-allowed");
	const giver = (await listGivers(work)).find(({ id }) => id === facts.giverId);
	if (!giver) return refused("recipient-unknown", { field: "giverId" });
	const key = { organisationId: may.organisationId, id: newId() };
	await store.insertGuidance(work, key, facts);
	await store.insertStep(work, key, { kind: "asked", body: facts.body, restsOn: "", by: nameOf(work) });
	await record(work, { verb: "funding-guidance.ask", objectKind: "funding-guidance", objectId: key.id });
	await tellGuides(work, { ...key, giverId: giver.id, subject: facts.subject });
	return done({ id: key.id });
}

/** Asks more in guidance that stands. */
export async function askMore(work: Work, id: string, body: string): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openGuidance(work, id);
	if (found.refused) return found;
	const { guidance, can } = found.done;
	if (!can.ask) return refused("not-allowed");
	await store.insertStep(work, guidance, { kind: "asked", body, restsOn: "", by: nameOf(work) });
	await record(work, { verb: "funding-guidance.ask", objectKind: "funding-guidance", objectId: id });
	await tellGuides(work, guidance);
	return done(undefined);
}

/** Gives advice, with what it rests on. */
export async function advise(
	work: Work,
	id: string,
	{ body, restsOn }: AdviceFacts,
): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openGuidance(work, id);
	if (found.refused) return found;
	const { guidance, can } = found.done;
	if (!can.advise) return refused("not-allowed");
	await store.insertStep(work, guidance, { kind: "advised", body, restsOn, by: nameOf(work) });
	await record(work, { verb: "funding-guidance.advise", objectKind: "funding-guidance", objectId: id });
	const personIds = await listPeopleOf(work, guidance.organisationId, applying);
	await tell(work, personIds, { id, step: "advised", subject: guidance.subject, by: guidance.giverName });
	return done(undefined);
}

/** Opens guidance to those who supervise too, or walls it again. Only who asked for it decides that. */
export async function openToSupervision(
	work: Work,
	id: string,
	open: boolean,
): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openGuidance(work, id);
	if (found.refused) return found;
	const { guidance, can } = found.done;
	if (!can.ask) return refused("not-allowed");
	if (!(await store.setOpen(work, guidance, open))) return refused("nothing-changed");
	await store.insertStep(work, guidance, { kind: open ? "opened" : "walled", body: "", restsOn: "", by: nameOf(work) });
	await record(work, {
		...{ verb: open ? "funding-guidance.open" : "funding-guidance.wall", objectKind: "funding-guidance", objectId: id },
	});
	return done(undefined);
}

/** Who can be named as guides at the organisation acted for, and what is said of each; null for who does not name them. */
export async function readGuides(
	work: Work,
): Promise<readonly { readonly personId: string; readonly name: string; readonly is: GuideKind }[] | null> {
	const may = await mayOf(work);
	if (!may.makeCalls || may.organisationId === null) return null;
	const guides = new Map((await store.listGuides(work, may.organisationId)).map((one) => [one.personId, one]));
	const kindOf = (guide: Guide | undefined): GuideKind => (guide ? (guide.supervises ? "both" : "guide") : "none");
	return (await store.listCandidates(work, may.organisationId, guiding)).map((one) => ({
		...{ ...one, is: kindOf(guides.get(one.personId)) },
	}));
}

/** Says who gives guidance at the organisation acted for, and who of them supervises too. */
export async function nameGuides(
	work: Work,
	said: ReadonlyMap<string, GuideKind>,
): Promise<Outcome<undefined, FundingRefusal>> {
	const { organisationId } = await mayOf(work);
	const now = await readGuides(work);
	if (now === null || organisationId === null) return refused("not-allowed");
	for (const { personId, name, is } of now) {
		const kind = said.get(personId) ?? is;
		if (kind === is) continue;
		if (kind === "none") await store.deleteGuide(work, organisationId, personId);
		else await store.writeGuide(work, organisationId, { personId, name, supervises: kind === "both" }, nameOf(work));
	}
	await record(work, { verb: "funding-guidance.name", objectKind: "organisation", objectId: organisationId });
	return done(undefined);
}

async function tellGuides(
	work: Work,
	{ id, giverId, subject }: { readonly id: string; readonly giverId: string; readonly subject: string },
): Promise<void> {
	const guides = await store.listGuides(work, giverId);
	const [asker] = await store.findGuidance(work, sql`g.id = ${id}`);
	const personIds = guides.filter(({ supervises }) => !supervises || asker?.open).map(({ personId }) => personId);
	await tell(work, personIds, { id, step: "asked", subject, by: asker?.askerName ?? "" });
}

async function tell(
	work: Work,
	personIds: readonly string[],
	{
		id,
		...detail
	}: { readonly id: string; readonly step: "asked" | "advised"; readonly subject: string; readonly by: string },
): Promise<void> {
	const own = work.actor.kind === "person" ? work.actor.personId : "";
	const others = personIds.filter((one) => one !== own);
	if (others.length > 0)
		await notify(work, { kind: guidanceMoved, personIds: others, detail, link: `/funding/guidance/${id}` });
}
