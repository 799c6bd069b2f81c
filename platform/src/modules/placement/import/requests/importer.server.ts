import { newId, type Work } from "../../../../database/work.server.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { inTurns, rowsInTurn } from "../../../../import/turns.ts";
import { piecesOf } from "../../../../pieces.ts";
import { hostKinds } from "../../capacity/codes.ts";
import { institutionKinds } from "../../codes.ts";
import { answerRequest } from "../../request/answer.server.ts";
import { requestList, requestSheet } from "../../request/sheet.ts";
import { changedColumns, insertRequests, listRequests, updateRequest } from "../../request/store.server.ts";
import { fold } from "../fold.ts";
import { knownOrganisations } from "../organisations.server.ts";
import { planRequests, type RequestFacts, type RequestPlan } from "./plan.ts";
import * as store from "./store.server.ts";
import { requestFindings } from "./text.ts";

/** Reads, plans and writes requests, and what hosts have said to them. */
export const requestImporter: Importer = importer({
	sheet: async () => requestList,
	template: async () => requestSheet,
	text: requestFindings,
	whole: (value) => ({
		...{ ...value, courseName: value.courseName ?? "", profession: value.profession ?? "nursing" },
		...{ yearOfStudy: value.yearOfStudy ?? 1, places: value.places ?? 1 },
		...{ firstDay: value.firstDay ?? "1900-01-01", lastDay: value.lastDay ?? "9999-12-31" },
	}),
	async plan(work, organisationId, { rows }) {
		const facts = await factsFor(work, organisationId);
		const plan = await inTurns(planRequests(rows, facts));
		const { created, changed, unchanged, untouched, refusals, warnings } = plan;
		return {
			created: created.map((one) => one.line),
			changed: changed.map((one) => one.line),
			...{ unchanged, untouched, refusals, warnings },
			besides: [...created, ...changed].filter((one) => one.answer !== null).length,
			approved: [
				...created.map(({ values, answer }) => [values, answer]),
				...changed.map(({ before, line }) => [before.id, before.state, line.changes]),
			],
			write: (tell) => writeRequests(work, organisationId, plan, facts, tell),
		};
	},
});

async function factsFor(work: Work, organisationId: string): Promise<RequestFacts> {
	const hosts = await knownOrganisations(work, hostKinds);
	const institutions = await knownOrganisations(work, institutionKinds);
	const { rows } = await listRequests(work, organisationId, { words: [] });
	const withSites = await store.listAnsweredWithSites(work, organisationId);
	const requests = rows.map((request) => ({ ...request, hasSites: withSites.has(request.id) }));
	// A host that has ended is still known by the name it had, where something was asked of it.
	const ended = new Map<string, string | undefined>();
	for (const { hostName, hostId } of rows)
		ended.set(fold(hostName), (ended.get(fold(hostName)) ?? hostId) === hostId ? hostId : undefined);
	const names = new Map(rows.map((request) => [request.hostId, request.hostName]));
	return {
		...{ organisationId, requests, institution: institutions.find },
		ownHost: hosts.byId.has(organisationId) ? organisationId : null,
		ownInstitution: institutions.byId.has(organisationId) ? organisationId : null,
		host: (word) => hosts.find(word) ?? ended.get(fold(word)),
		isHost: (id) => hosts.byId.has(id),
		hostName: (id) => hosts.byId.get(id)?.name ?? names.get(id) ?? "",
	};
}

async function writeRequests(
	work: Work,
	organisationId: string,
	{ created, changed }: RequestPlan,
	{ hostName }: RequestFacts,
	tell: Tell,
): Promise<void> {
	const all = created.length + changed.length;
	let written = 0;
	for (const piece of piecesOf(
		created.map((one) => ({ ...one, id: newId() })),
		rowsInTurn,
	)) {
		await insertRequests(
			work,
			organisationId,
			piece.map(({ id, values }) => ({ ...values, id, periodId: null, settings: [] })),
		);
		await store.writeAnswered(
			work,
			organisationId,
			piece.flatMap(({ id, values: { institutionId, hostId }, answer }) =>
				answer === null ? [] : [{ id, institutionId, hostId, hostName: hostName(hostId), ...asStored(answer) }],
			),
		);
		written += piece.length;
		await tell(written, all);
	}
	for (const { before, values, answer, isEdited } of changed) {
		let { version } = before;
		const isSent = answer !== null && before.state === "draft";
		if (isEdited || isSent) {
			const set = {
				...(isEdited ? changedColumns({ ...values, settings: before.settings }) : {}),
				...(isSent ? { state: "sent" as const, sent_at: work.now } : {}),
			};
			if (await updateRequest(work, before, set)) version++;
		}
		if (answer !== null) {
			const { offered, unmetReason } = answer;
			const lines = [{ offerId: null, siteName: before.hostName.slice(0, 200), places: offered }];
			const given = { lines, unmetReason, message: null, answeredBy: before.hostName.slice(0, 200), version };
			const outcome = await answerRequest(work, before.id, given);
			if (outcome.refused) throw new Error(`an answer that was judged was refused: ${outcome.refused[0]?.code}`);
		}
		await tell(++written, all);
	}
}

function asStored({ offered, unmetReason }: { offered: number; unmetReason: store.AnsweredRequest["unmetReason"] }) {
	return { offered, unmetReason };
}
