import type { FieldChange, JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { type Finding, refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import type { Request } from "../../request/contract.ts";
import { type RequestSheetRow, saysWithdrawn } from "../../request/sheet.ts";
import { fold } from "../fold.ts";
import { answerOf, type GivenAnswer } from "./answer.ts";
import type { RequestFinding } from "./text.ts";

/** A request with whether it was answered with named sites: a number in a sheet does not tell which. */
export type StandingRequest = Request & { readonly hasSites: boolean };

export type RequestFacts = {
	/** The organisation that takes the file in, and whether it requests places or receives students itself. */
	readonly organisationId: string;
	readonly ownHost: string | null;
	readonly ownInstitution: string | null;
	host(word: string): string | undefined;
	institution(word: string): string | undefined;
	/** Whether a host still is. */
	isHost(id: string): boolean;
	hostName(id: string): string;
	/** Every request the organisation is a party to. */
	readonly requests: readonly StandingRequest[];
};

/** What of a row a request is made of. */
export type RowValues = Pick<
	Request,
	| "institutionId"
	| "hostId"
	| "programme"
	| "courseName"
	| "yearOfStudy"
	| "firstDay"
	| "lastDay"
	| "places"
	| "answerBy"
	| "message"
> & { readonly profession: RequestSheetRow["profession"] };

export type PlannedRequest = {
	readonly values: RowValues;
	/** What the host has said, where the row says something new of it. */
	readonly answer: GivenAnswer | null;
	readonly line: PreviewLine;
};

export type RequestPlan = {
	readonly created: readonly PlannedRequest[];
	readonly changed: readonly (PlannedRequest & { readonly before: StandingRequest; readonly isEdited: boolean })[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<RequestFinding>[];
	readonly warnings: readonly RowFinding<RequestFinding>[];
};

type Refuse = Finding<RequestFinding>;

/**
 * What taking in the rows would do. A request is recognised by institution, host, course, profession, year and days. New
 * ones are drafts, or answered where the row says what the host has said. Having done it, planning the same rows again
 * changes nothing.
 */
export function* planRequests(rows: readonly JudgedRow<RequestSheetRow>[], facts: RequestFacts): Turns<RequestPlan> {
	const refusals: RowFinding<RequestFinding>[] = [];
	const warnings: RowFinding<RequestFinding>[] = [];
	const standing = new Map<string, readonly StandingRequest[]>();
	const met = new Set<string>();
	const withdrawn = new Set<string>();
	for (const request of facts.requests)
		if (request.state === "withdrawn") withdrawn.add(keyOf(request));
		else standing.set(keyOf(request), [...(standing.get(keyOf(request)) ?? []), request]);
	const firstRows = new Map<string, number>();
	const created: PlannedRequest[] = [];
	const changed: RequestPlan["changed"][number][] = [];
	const unchanged: PreviewLine[] = [];
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const refuse = refusing(refusals, judged);
		const parties = partiesOf(row, facts, refuse);
		if (row.lastDay < row.firstDay) refuse("ends-before-start", "lastDay");
		if (parties === undefined || broken.size > 0 || row.lastDay < row.firstDay) continue;
		const { courseName, profession, yearOfStudy, firstDay, lastDay, places } = row;
		if (saysWithdrawn(row.state)) {
			unchanged.push({ row: sheetRow, name: courseName, where: facts.hostName(parties.hostId), changes: [] });
			continue;
		}
		const about = { ...parties, courseName, profession, yearOfStudy, firstDay, lastDay };
		const key = keyOf(about);
		const firstRow = firstRows.get(key);
		const before = meant(
			(standing.get(key) ?? []).filter(({ id }) => !met.has(id)),
			row,
		);
		if (firstRow !== undefined && !before) {
			refuse("duplicate-row", null, { firstRow });
			continue;
		}
		firstRows.set(key, firstRow ?? sheetRow);
		if (before) met.add(before.id);
		if (!before && !facts.isHost(parties.hostId)) refuse("host-ended", "host");
		// A blank takes nothing away.
		const values = {
			...{ ...about, places, programme: row.programme ?? before?.programme ?? "" },
			...{ answerBy: row.answerBy ?? before?.answerBy ?? null, message: row.message ?? before?.message ?? null },
		};
		const edits = before ? changesOf(before, values) : [];
		const first = edits[0];
		if (before && first && before.state !== "draft") refuse("already-sent", first.field);
		else if (before && first && before.organisationId !== facts.organisationId) refuse("not-yours", first.field);
		const answer = answerOf(row, before, refuse);
		if (before && answer && ![before.organisationId, before.hostId].includes(facts.organisationId))
			refuse("not-yours", "offered");
		const changes = before ? [...edits, ...(answer?.changes ?? [])] : [];
		const name = [courseName, row.programme].filter((one) => one !== null).join(", ");
		const line = { row: sheetRow, name, where: facts.hostName(parties.hostId), changes };
		if (!before) {
			if (withdrawn.has(key)) warnings.push({ code: "withdrawn-before", row: sheetRow, key: null, value: null });
			created.push({ values, answer, line });
		} else if (changes.length > 0) changed.push({ values, answer, line, before, isEdited: edits.length > 0 });
		else unchanged.push(line);
	}
	const untouched = [...standing.values()].flat().filter(({ id }) => !met.has(id)).length;
	return { created, changed, unchanged, untouched, refusals, warnings };
}

/** Of requests that are alike in all they are recognised by, the one most like the row. */
function meant(alike: readonly StandingRequest[], row: RequestSheetRow): StandingRequest | undefined {
	const ofProgramme = alike.filter(({ programme }) => programme === (row.programme ?? ""));
	const likely = ofProgramme.length > 0 ? ofProgramme : alike;
	return likely.find(({ places }) => places === row.places) ?? likely[0];
}

/** Who requests of whom; undefined where one of them was refused. */
function partiesOf(
	row: RequestSheetRow,
	facts: RequestFacts,
	refuse: Refuse,
): Pick<Request, "institutionId" | "hostId"> | undefined {
	const institutionId =
		row.institution === null ? (facts.ownInstitution ?? undefined) : facts.institution(row.institution);
	const hostId = row.host === null ? (facts.ownHost ?? undefined) : facts.host(row.host);
	if (institutionId === undefined)
		refuse(row.institution === null ? "institution-missing" : "institution-unknown", "institution");
	if (hostId === undefined) refuse(row.host === null ? "host-missing" : "host-unknown", "host");
	if (institutionId === undefined || hostId === undefined) return undefined;
	if (institutionId !== facts.organisationId && hostId !== facts.organisationId) {
		refuse("not-party", null);
		return undefined;
	}
	return { institutionId, hostId };
}

function keyOf(
	one: Pick<Request, "institutionId" | "hostId" | "courseName" | "profession" | "yearOfStudy" | "firstDay" | "lastDay">,
): string {
	const { institutionId, hostId, courseName, profession, yearOfStudy, firstDay, lastDay } = one;
	return [institutionId, hostId, fold(courseName), profession, yearOfStudy, firstDay, lastDay].join("\u0000");
}

function changesOf(before: Request, values: RowValues): FieldChange[] {
	return (["programme", "courseName", "places", "answerBy", "message"] as const).flatMap((field) =>
		before[field] === values[field] ? [] : [{ field, from: before[field], to: values[field] }],
	);
}
