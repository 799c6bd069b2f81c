import { newId, type Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { canWith } from "../directory/rules.ts";
import { findOrganisation } from "../directory/store.server.ts";
import { mandateOf } from "../mandate.server.ts";
import { holdsOn, mayKeepRegister } from "../rules.ts";
import { passOnAffiliations } from "./affiliation.store.server.ts";
import type { Division, Merger, RegisterRefusal, Successor } from "./contract.ts";
import { carryOverJob } from "./jobs.server.ts";
import { recordForAll } from "./log.server.ts";
import { refuseDivision, refuseEnding, refuseMerger, type Standing } from "./rules.ts";
import { renameOrganisation } from "./service.server.ts";
import { identityOf, refuseIdentity, standingOf } from "./standing.server.ts";
import * as store from "./store.server.ts";
import { insertSuccessions } from "./succession.store.server.ts";

/**
 * Makes several organisations one from a day on. Nothing is moved by hand: the predecessors end the day before, what was
 * true of them stays true for its date, and whoever asks for them later is led to the successor. Their affiliations pass
 * on, and on the day a job takes their units, people and contacts along.
 */
export async function mergeOrganisations(
	work: Work,
	input: Merger,
): Promise<Outcome<{ successorId: string; jobIds: readonly string[] }, RegisterRefusal>> {
	if (!mayKeepRegister(await mandateOf(work))) return refused("not-allowed");
	const predecessors = await standings(work, input.predecessorIds);
	const named = await successorStanding(work, input.successor);
	const refusals = refuseMerger(input, work.today, predecessors, named);
	if (refusals.length > 0) return refusedAll(refusals);
	for (const predecessor of predecessors) await close(work, predecessor, input.happenedOn);
	const made = await succeed(work, predecessors[0]?.kind ?? "", input.successor, input.happenedOn);
	if (made.refused) return made;
	const successorId = made.done;
	for (const { id } of predecessors) await passOnAffiliations(work, id, [successorId], input.happenedOn);
	await insertSuccessions(
		work,
		predecessors.map(({ id }) => ({ ...input, predecessorId: id, successorId, share: 1 })),
	);
	await recordForAll(work, "organisation.merge", [...input.predecessorIds, successorId], {
		successorId,
		happenedOn: input.happenedOn,
	});
	const jobIds: string[] = [];
	for (const { id } of predecessors)
		jobIds.push(await askToCarry(work, id, input.happenedOn, [{ toId: successorId, rootIds: null }]));
	return done({ successorId, jobIds });
}

/** Makes one organisation several from a day on, each with its share of the population. See `mergeOrganisations`. */
export async function divideOrganisation(
	work: Work,
	input: Division,
): Promise<Outcome<{ successorIds: readonly string[]; jobId: string }, RegisterRefusal>> {
	if (!mayKeepRegister(await mandateOf(work))) return refused("not-allowed");
	const predecessor = await standingOf(work, input.predecessorId);
	const named: (Standing | null | undefined)[] = [];
	for (const one of input.successors) named.push(await successorStanding(work, one));
	const refusals = refuseDivision(input, work.today, predecessor, named);
	if (refusals.length > 0 || !predecessor) return refusedAll(refusals);
	const { happenedOn, source } = input;
	await close(work, predecessor, happenedOn);
	const successorIds: string[] = [];
	for (const one of input.successors) {
		const made = await succeed(work, predecessor.kind, one, happenedOn);
		if (made.refused) return made;
		successorIds.push(made.done);
	}
	await passOnAffiliations(work, predecessor.id, successorIds, happenedOn);
	await insertSuccessions(
		work,
		input.successors.map(({ share }, index) => ({
			...{ predecessorId: predecessor.id, successorId: successorIds[index] ?? "", happenedOn, share, source },
		})),
	);
	await recordForAll(work, "organisation.divide", [predecessor.id, ...successorIds], { happenedOn });
	const parts = input.successors.map(({ share, unitIds }, index) => ({
		share,
		unitIds,
		toId: successorIds[index] ?? "",
	}));
	const [largest] = [...parts].sort((a, b) => b.share - a.share);
	const jobId = await askToCarry(work, predecessor.id, happenedOn, [
		...parts.filter((part) => part.unitIds.length > 0).map(({ toId, unitIds }) => ({ toId, rootIds: unitIds })),
		...(largest ? [{ toId: largest.toId, rootIds: null }] : []),
	]);
	return done({ successorIds, jobId });
}

/** Ends an organisation that nobody takes over, after its last day. */
export async function endOrganisation(
	work: Work,
	organisationId: string,
	lastDay: string,
): Promise<Outcome<{ lastDay: string }, RegisterRefusal>> {
	const found = await standingOf(work, organisationId);
	if (!found) return refused("missing");
	const organisation = await findOrganisation(work, organisationId);
	const mandate = await mandateOf(work);
	if (!organisation || !canWith(mandate, organisation).end) return refused("not-allowed");
	const refusal = refuseEnding(found, addDays(lastDay, 1));
	if (refusal) return refusedAll([refusal]);
	await close(work, found, addDays(lastDay, 1));
	await passOnAffiliations(work, organisationId, [], addDays(lastDay, 1));
	await recordForAll(work, "organisation.end", [organisationId], { lastDay });
	return done({ lastDay });
}

async function standings(work: Work, ids: readonly string[]): Promise<Standing[]> {
	const found: Standing[] = [];
	for (const id of ids) {
		const one = await standingOf(work, id);
		if (one) found.push(one);
	}
	return found;
}

async function successorStanding(
	work: Work,
	{ organisationId, made }: Successor,
): Promise<Standing | null | undefined> {
	if (organisationId !== null) return standingOf(work, organisationId);
	return made === null ? undefined : null;
}

/** The successor: made where it is new, given a new period where it is there and changes name or number with it. */
async function succeed(
	work: Work,
	kind: string,
	{ organisationId, made }: Successor,
	from: string,
): Promise<Outcome<string, RegisterRefusal>> {
	if (organisationId !== null) {
		if (made === null) return done(organisationId);
		const renamed = await renameOrganisation(work, organisationId, { ...made, from });
		return renamed.refused ? renamed : done(organisationId);
	}
	if (made === null) return refused("successor-unknown", { field: "successor" });
	const wrong = await refuseIdentity(work, kind, made, from, []);
	if (wrong) return wrong;
	const id = newId();
	await store.insertOrganisations(work, [{ id, kind }]);
	await store.insertIdentities(work, [identityOf(id, made, from, null)]);
	return done(id);
}

/** Units, people and contacts go along on the day itself: until then they belong where they are. */
function askToCarry(
	work: Work,
	fromId: string,
	on: string,
	parts: { toId: string; rootIds: string[] | null }[],
): Promise<string> {
	const soon = on <= work.today;
	return enqueueJob(work, carryOverJob, { fromId, on, parts }, soon ? {} : { runAt: new Date(`${on}T00:30:00Z`) });
}

/** Ends an organisation's last period on the eve of a day. */
async function close(work: Work, { id, identities }: Standing, from: string): Promise<void> {
	const last = identities.find((period) => holdsOn(period, addDays(from, -1)));
	if (last) await store.endIdentity(work, id, last.id, addDays(from, -1));
}
