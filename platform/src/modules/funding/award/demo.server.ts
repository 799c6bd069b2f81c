import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { changeForm } from "../../../forms/stored/form.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { listAllStudies } from "../../competence/service.server.ts";
import type { CallContent } from "../call/contract.ts";
import { beginCall, changeCall, openCall, openWriting, publishCall, reopenForm } from "../call/service.server.ts";
import { listSchemes } from "../scheme/service.server.ts";
import { enterAdmission, placeStudy, settleAdmission } from "./admission.server.ts";
import { addAwardDocument, ask, decide, listAwardAsks, noteCount, noteEntry } from "./entries.server.ts";
import { acceptAward, listAwards, makeAward, openAward } from "./service.server.ts";

/** How the case number of the demo's award ends; by it the award is known among others. */
const caseNumber = "/4711-3";

const seeded = async (work: Work) => (await listAwards(work)).find(({ award }) => award.reference.endsWith(caseNumber));

/** Days of the demo: the call of last year, and the award that came of it. */
function daysOf(today: string) {
	return {
		...{ opensOn: addDays(today, -330), closesOn: addDays(today, -265), decidesOn: addDays(today, -190) },
		...{
			decidedOn: addDays(today, -195),
			spendBy: addDays(today, 220),
			reportOn: addDays(today, 300),
			interimOn: addDays(today, 12),
		},
	};
}

const categories: CallContent["categories"] = [
	{
		id: "k1",
		name: "Grunn- og videreutdanning",
		about: "Fagskole, høyskole og universitet",
		highest: null,
		novelty: "any",
	},
	{ id: "k2", name: "Kortere kurs", about: "ABC-opplæring og andre kurs", highest: 300_000, novelty: "any" },
];

/**
 * Last year's call of a state administrator of the demo region, and the award a municipality got of it: its second version
 * came after the decision and asks for more, which does not bind the award. Runs as the program on behalf of the state
 * administrator. Once only.
 */
export async function seedAwardGiven(work: Work, recipientId: string): Promise<Outcome<{ awards: number }>> {
	if (await seeded(work)) return done({ awards: 0 });
	const days = daysOf(work.today);
	const [scheme] = await listSchemes(work);
	const title = `${scheme?.name ?? "Kompetansetilskudd"} ${days.decidedOn.slice(0, 4)}`;
	const { id } = finished(await beginCall(work, { way: "here", title, schemeId: scheme?.id ?? null }));
	const revise = async (change: Partial<CallContent>, note: string) => {
		const { draft } = finished(await openWriting(work, id));
		const { version } = finished(await changeCall(work, id, { ...change, version: draft.revision }));
		return finished(await publishCall(work, id, { version, note }));
	};
	await revise(
		{
			...{
				purpose: "Flere ansatte med den kompetansen tjenestene trenger.",
				regulation: "Regelverk for tilskuddsordningen",
			},
			...{ conditions: "Tilsagn om utdanning er betinget av opptak.", pot: 38_000_000, ownShare: 20 },
			carryOver: "Midler som ikke er brukt, kan overføres etter søknad til statsforvalteren.",
			...{ opensOn: days.opensOn, closesOn: days.closesOn, decidesOn: days.decidesOn },
			...{ spendBy: days.spendBy, interimOn: days.interimOn, reportOn: days.reportOn, categories },
			criteria: [{ id: "v1", name: "Behovet i tjenestene", about: "", weight: 100 }],
			measures: [{ id: "m1", name: "Ansatte på kortere kurs", about: "Telles når kurset begynner." }],
		},
		"",
	);
	const { draft } = finished(await openWriting(work, id));
	const reportId = draft.reportFormId ?? "";
	finished(await reopenForm(work, id, reportId));
	const label = { nb: "Antall vikartimer", nn: "Talet på vikartimar", en: "Hours of substitutes" };
	finished(
		await changeForm(work, reportId, (now) =>
			done({ ...now, parts: [...now.parts, { kind: "number", id: "hours", label, whole: true, minimum: 0 }] }),
		),
	);
	await revise(
		{
			measures: [...draft.content.measures, { id: "m2", name: "Vikartimer", about: "" }],
			prepared: { ...draft.content.prepared, hours: "measure m2" },
		},
		"Rapporten spør også om vikartimer.",
	);
	const { call } = finished(await openCall(work, id));
	const budgetYear = Number(days.decidedOn.slice(0, 4));
	finished(
		await makeAward(work, {
			...{
				recipientId,
				applicationId: null,
				title,
				reference: `${budgetYear}${caseNumber}`,
				decidedOn: days.decidedOn,
			},
			call: { organisationId: call.organisationId, id, number: 1 },
			conditions: "Beløpet til utdanning er betinget av opptak. Egenandelen er 20 prosent.",
			...{ carryOver: "Etter søknad til statsforvalteren.", carries: "asked", droppedShare: 50 },
			...{ spendBy: days.spendBy, interimOn: days.interimOn, reportBy: days.reportOn },
			lines: [
				{
					...{ title: "Videreutdanning", category: "Grunn- og videreutdanning", budgetYear, applied: 600_000 },
					...{ granted: 480_000, own: 120_000, conditional: true, places: 4 },
				},
				{
					...{ title: "Demensomsorgens ABC", category: "Kortere kurs", budgetYear, applied: 150_000 },
					...{ granted: 120_000, own: 30_000, conditional: false, places: 0 },
				},
			],
		}),
	);
	return done({ awards: 1 });
}

/**
 * What became of the award in the municipality: four places, one who dropped out, costs and a letter, and a wish to carry
 * over. Runs as the program on behalf of the municipality. Once only.
 */
export async function seedAwardKept(work: Work): Promise<Outcome<{ entries: number }>> {
	const listed = await seeded(work);
	if (listed?.award.state !== "given") return done({ entries: 0 });
	const { id, version, decidedOn, reference } = listed.award;
	finished(await acceptAward(work, id, version));
	const { lines } = finished(await openAward(work, id));
	const [education, course] = lines;
	if (!education || !course) return done({ entries: 0 });
	const studies = await listAllStudies(work);
	const paid = studies.filter(({ finance }) => finance.some(({ payer }) => payer === "state-grant"));
	const wanted = paid.filter(({ steps }) => steps.at(-1)?.state !== "completed").slice(0, education.places);
	for (const { id: studyId } of wanted) finished(await placeStudy(work, id, { lineId: education.id, studyId }));
	finished(await settleAdmission(work, id, { lineId: education.id, settled: true }));
	// Nothing to enter where all have begun.
	await enterAdmission(work, id, education.id);
	const letter = { title: "Tilsagnsbrev", reference, datedOn: decidedOn, file: null };
	const { id: documentId } = finished(await addAwardDocument(work, id, letter));
	const budgetYear = education.budgetYear;
	const entry = { onDay: addDays(work.today, -60), own: 0, reference: "", studyId: null, documentId: null };
	const at = (lineId: string) => ({ lineId, budgetYear });
	const cost = async (
		lineId: string,
		kroner: number,
		own: number,
		text: string,
		voucher: string,
		studyId: string | null,
	) =>
		finished(
			await noteEntry(work, id, {
				...entry,
				kind: "cost",
				place: at(lineId),
				kroner,
				own,
				text,
				reference: voucher,
				studyId,
			}),
		);
	finished(
		await noteEntry(work, id, {
			...entry,
			kind: "pay",
			place: at(education.id),
			kroner: 400_000,
			text: "",
			documentId,
		}),
	);
	await cost(education.id, 150_000, 40_000, "Vikar ved studiepermisjon, høst", "Bilag 20417", wanted[0]?.id ?? null);
	await cost(education.id, 60_000, 15_000, "Studieavgift og reise", "Bilag 20530", wanted[1]?.id ?? null);
	await cost(course.id, 95_000, 24_000, "ABC-permer og kurssamlinger", "Bilag 20611", null);
	const count = { measure: "m1", onDay: addDays(work.today, -80), counted: 14, note: "To grupper begynte" };
	finished(await noteCount(work, id, count));
	const carry = { kind: "carry", place: at(education.id), toYear: budgetYear + 1, toLineId: null } as const;
	const reason = "Studieåret varer til juni, og vikaren for våren betales neste år.";
	finished(await ask(work, id, { ...carry, kroner: 120_000, reason }));
	await record(work, { verb: "demo.seed", objectKind: "funding-award", objectId: id });
	return done({ entries: 6 });
}

/** The state administrator says yes to carrying over. Runs as the program on its behalf. Once only. */
export async function seedAwardDecided(work: Work): Promise<Outcome<{ decisions: number }>> {
	const listed = await seeded(work);
	if (!listed) return done({ decisions: 0 });
	const { id } = listed.award;
	const waiting = (await listAwardAsks(work, id)).filter(({ decision }) => decision === null);
	for (const one of waiting)
		finished(
			await decide(work, id, {
				...{
					askId: one.id,
					decision: "granted",
					answer: "",
					reference: `${one.fromYear}/4711-9`,
					decidedOn: work.today,
				},
			}),
		);
	return done({ decisions: waiting.length });
}
