import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { openAnswer, saveAnswers } from "../../../forms/stored/answer.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import type { RunAs } from "../apply/demo.server.ts";
import { sendApplication } from "../apply/send.server.ts";
import { beginApplication, openApplication } from "../apply/service.server.ts";
import { writeLines } from "../apply/write.server.ts";
import type { CallContent } from "../call/contract.ts";
import { listCalls } from "../call/list.server.ts";
import { beginCall, changeCall, openCall, openWriting, publishCall } from "../call/service.server.ts";
import { appealDecision, decideApplication } from "./decide.server.ts";
import { judgeEligibility, listReceived, openReceived } from "./service.server.ts";
import { writeAssessment } from "./store.server.ts";

/** Who applied, for what, kroner, and the points those who assess give by the first criterion. */
const applied = [
	["5001", "Sykepleie og vernepleie, deltid", 14, 2_400_000, [8, 9]],
	["5035", "Videreutdanning i psykisk helse", 6, 900_000, [9, 4]],
	["5006", "Fagbrev på jobb", 20, 800_000, [7, 7]],
	["5031", "Ledere i helse og omsorg", 8, 400_000, [4, 5]],
	["5025", "Kurs i demensomsorg", 30, 300_000, []],
] as const;

/**
 * A call whose deadline has passed, with applications that are decided, refused, appealed, assessed with disagreement, and
 * not looked at. Once only.
 */
export async function seedDecidedDemo(runAs: RunAs): Promise<void> {
	const giver = demoPlaces().administrators[0]?.id ?? "";
	const id = (number: string) => demoPlaces().municipalities.find((one) => one.number === number)?.id ?? "";
	let callId: string | undefined;
	const publish = async (work: Work, said: Partial<CallContent>, note: string): Promise<Outcome<unknown>> => {
		const writing = await openWriting(work, callId ?? "");
		if (writing.refused) return writing;
		const changed = await changeCall(work, callId ?? "", { ...said, version: writing.done.draft.revision });
		return changed.refused ? changed : publishCall(work, callId ?? "", { version: changed.done.version, note });
	};
	await runAs(giver, async (work) => {
		const own = (await listCalls(work)).filter(({ organisationId }) => organisationId === giver);
		const model = own.length === 1 ? (await openCall(work, own[0]?.id ?? "")).done?.versions[0]?.content : undefined;
		if (!model) return done(undefined);
		const title = model.title.replace(/\d{4}$/, work.today.slice(0, 4));
		const begun = await beginCall(work, { way: "here", title, schemeId: model.schemeId });
		if (begun.refused) return begun;
		callId = begun.done.id;
		const { prepared: _own, ...said } = model;
		return publish(work, { ...said, title, pot: 3_500_000, highest: 3_000_000, closesOn: addDays(work.today, 1) }, "");
	});
	const call = callId;
	if (call === undefined) return;
	for (const [number, title, people, kroner] of applied)
		await runAs(id(number), async (work) => {
			const begun = await beginApplication(work, call, { joint: false, withNeeds: false });
			if (begun.refused) return begun;
			const opened = await openApplication(work, begun.done.id);
			if (opened.refused) return opened;
			const { application, own, years } = opened.done;
			const amounts = [{ year: years[0] ?? 0, applied: kroner, own: kroner / 2 }];
			const line = { title, category: kroner > 300_000 ? "k1" : "k2", people, novelty: null, argued: "", source: "" };
			await writeLines(work, application.id, { lines: [{ ...line, amounts }], part: "", version: own.version });
			const answer = application.answerId === null ? undefined : (await openAnswer(work, application.answerId)).done;
			if (answer)
				await saveAnswers(work, answer.answer.id, {
					revision: answer.answer.revision,
					values: {
						...{ goal: "Flere med riktig kompetanse i faste stillinger.", planned: "yes", involved: "Fra starten." },
						...{ "contact.name": "Tilskuddskoordinator", "contact.email": "tilskudd@example.no" },
					},
				});
			return sendApplication(work, application.id, application.version);
		});
	await runAs(giver, (work) => {
		const days = { opensOn: addDays(work.today, -80), closesOn: addDays(work.today, -40) };
		return publish(work, { ...days, decidesOn: addDays(work.today, 10) }, "Fristen er framskyndet.");
	});
	await runAs(giver, (work) => treat(work, giver, call));
	await runAs(id("5031"), async (work) => {
		const { rows } = await sql<{ readonly id: string }>`
			select id from funding.application where organisation_id = ${id("5031")} and call_id = ${call}`.execute(work.db);
		return appealDecision(
			work,
			rows[0]?.id ?? "",
			"Planen var vedtatt før fristen, og lå ved som vedlegg. Vi ber om ny vurdering.",
		);
	});
}

async function treat(work: Work, giver: string, callId: string): Promise<Outcome<unknown>> {
	const listed = await listReceived(work, callId);
	if (listed.refused) return listed;
	const { rows: people } = await sql<{ readonly id: string; readonly name: string }>`
		select distinct p.id, p.name from organisation.membership m join identity.person p on p.id = m.person_id
		where m.organisation_id = ${giver} order by p.name limit 2`.execute(work.db);
	const numbers = new Map(demoPlaces().municipalities.map(({ number, id }) => [id, number]));
	for (const { id, applicantId } of listed.done.rows) {
		const number = numbers.get(applicantId);
		const points = applied.find(([one]) => one === number)?.[4] ?? [];
		for (const [at, given] of points.entries()) {
			const person = people[at];
			if (!person) continue;
			const scores = Object.fromEntries(
				listed.done.content.criteria.map((criterion, order) => [criterion.id, order === 0 ? given : 6]),
			);
			const key = { organisationId: giver, applicationId: id };
			const who = { applicantId, personId: person.id, name: person.name };
			await writeAssessment(work, key, who, { impartial: true, scores, comment: "", note: "" });
		}
		if (points.length === 0) continue;
		const isRefused = number === "5031";
		const judged = await judgeEligibility(work, callId, id, {
			...{ eligible: isRefused ? "no" : "yes", version: 0 },
			because: isRefused ? "Søknaden bygger ikke på en vedtatt kompetanseplan." : "",
		});
		if (judged.refused) return judged;
		if (number === "5035") continue;
		const opened = (await openReceived(work, callId, id)).done;
		const [amount] = opened?.received.content.lines[0]?.amounts ?? [];
		const outcome = await decideApplication(work, callId, id, {
			...{ outcome: isRefused ? "refused" : "granted", version: 1, conditional: number === "5001" },
			granted: amount ? [{ year: amount.year, kroner: isRefused ? 0 : amount.applied * 0.75 }] : [],
			because: isRefused
				? "Søknaden bygger ikke på en vedtatt kompetanseplan, slik utlysningen krever."
				: "Behovet er godt vist. Rammen er mindre enn det er søkt om, og de beste får tre fjerdedeler.",
		});
		if (outcome.refused) return outcome;
	}
	return done(undefined);
}
