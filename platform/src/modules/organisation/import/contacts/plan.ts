import type { FieldChange, JudgedRow, PreviewLine } from "../../../../import/contract.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import type { ContactRow, ContactValues } from "../../contact/contract.ts";
import { mayManageContacts } from "../../contact/rules.ts";
import { phone as phoneShape, profession, responsibility } from "../../contract.ts";
import type { Mandate } from "../../rules.ts";
import type { RowRefusal } from "../contract.ts";
import { type FoundUnit, type UnitToFind, unitFinder } from "../people/unit-finder.ts";
import { isOver, shownPath } from "../units/path.ts";
import type { Holder } from "./people.ts";
import { type FindPerson, personFinder } from "./people.ts";
import type { ContactSheetRow } from "./sheet.ts";

export type ContactFacts = {
	readonly contacts: readonly ContactRow[];
	/** What lasts longest first. */
	readonly holders: readonly Holder[];
	readonly units: readonly UnitToFind[];
	readonly mandate: Mandate;
	readonly today: string;
	/** What a line of the preview calls a responsibility and a profession. */
	nameOf(values: Pick<ContactValues, "responsibility" | "profession">): string;
};

export type PlannedContact = {
	readonly values: ContactValues;
	readonly holder: Holder | null;
	readonly deputy: Holder | null;
	readonly line: PreviewLine;
};

export type ContactPlan = {
	readonly created: readonly PlannedContact[];
	readonly changed: readonly (PlannedContact & { readonly before: ContactRow })[];
	readonly unchanged: readonly PreviewLine[];
	/** Contacts the file says nothing about. */
	readonly untouched: number;
	readonly refusals: readonly RowRefusal[];
};

type Row = JudgedRow<ContactSheetRow>;

/** What a contact is recognised by: with one of them unread, nothing is known of what the row would do. */
const recognisedBy = ["responsibility", "profession", "unit"];
type Refuse = (code: RowRefusal["code"], key: string | null, detail?: RowRefusal["detail"]) => void;

/**
 * What taking in the rows would do. A contact is recognised by responsibility, profession and unit; having done it,
 * planning the same rows again changes nothing.
 * @param absent keys of columns the sheet does not have: nothing is said about them, and they stay as they are.
 */
export function* planContacts(
	rows: readonly Row[],
	absent: ReadonlySet<string>,
	facts: ContactFacts,
): Turns<ContactPlan> {
	const { mandate, today } = facts;
	const refusals: RowRefusal[] = [];
	const units = unitFinder(facts.units, today);
	const find = personFinder(facts.holders, today);
	const existing = new Map(facts.contacts.map((contact) => [keyOf(contact), contact]));
	const firstRows = new Map<string, number>();
	const created: PlannedContact[] = [];
	const changed: (PlannedContact & { before: ContactRow })[] = [];
	const unchanged: PreviewLine[] = [];
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const say = refusing(refusals, judged);
		const refuse: Refuse = (code, key, detail) => {
			if (key !== null && code === "address-missing" && boxKeys.some((one) => broken.has(one))) return;
			say(code, key, detail);
		};
		const unit = units.find(row.unit, refuse);
		const what = responsibility.parse(row.responsibility);
		const whose = row.profession === null ? null : profession.parse(row.profession);
		if (unit === undefined || recognisedBy.some((one) => broken.has(one))) {
			const about = { responsibility: what, profession: whose, unitId: null };
			// A column the sheet does not have may be filled in already, at the contact the row means.
			const isSaid = !boxKeys.some((one) => absent.has(one)) && !absent.has("holderEmail");
			const refuseAlone: Refuse = (code, key) => (isSaid || code !== "address-missing") && refuse(code, key);
			refuseWritten(row, planRow(row, about, undefined, absent, find, refuseAlone), null, today, refuseAlone);
			continue;
		}
		const about = { responsibility: what, profession: whose, unitId: unit?.id ?? null };
		const key = keyOf(about);
		const firstRow = firstRows.get(key);
		if (firstRow !== undefined) {
			refuse("duplicate-contact", "responsibility", { firstRow });
			continue;
		}
		firstRows.set(key, sheetRow);
		const before = existing.get(key);
		const unsaid = broken.size === 0 ? absent : new Set([...absent, ...broken]);
		const planned = planRow(row, about, before, unsaid, find, refuse);
		const changes = before ? changesOf(before, planned) : [];
		const where = unit === null ? "" : shownPath(unit.names);
		const line = { row: sheetRow, name: facts.nameOf(about), where, changes };
		if (before && changes.length === 0) {
			unchanged.push(line);
			continue;
		}
		refuseWritten(row, planned, unit, today, refuse);
		if (!mayManageContacts(mandate, unit === null ? [] : unit.path)) refuse("contact-not-allowed", "responsibility");
		if (before) changed.push({ ...planned, line, before });
		else created.push({ ...planned, line });
	}
	const untouched = facts.contacts.filter((contact) => !firstRows.has(keyOf(contact))).length;
	return { ...{ created, changed, unchanged, untouched }, refusals };
}

/** What a shared mailbox answers by. */
const boxKeys = ["email", "phone"];

function keyOf(one: { responsibility: string; profession: string | null; unitId: string | null }): string {
	return [one.responsibility, one.profession ?? "", one.unitId ?? ""].join(" ");
}

type About = Pick<ContactValues, "responsibility" | "profession" | "unitId">;
type Planned = Omit<PlannedContact, "line">;

function planRow(
	row: ContactSheetRow,
	about: About,
	before: ContactRow | undefined,
	absent: ReadonlySet<string>,
	find: FindPerson,
	refuse: Refuse,
): Planned {
	const holder = find(row.holderEmail, before?.membershipId ?? null, about.unitId, {
		isSaid: !absent.has("holderEmail"),
		refuse: () => refuse("answerer-unknown", "holderEmail"),
	});
	const deputy = find(row.deputyEmail, before?.deputyMembershipId ?? null, about.unitId, {
		isSaid: !absent.has("deputyEmail"),
		refuse: () => refuse("answerer-unknown", "deputyEmail"),
	});
	const box = before?.membershipId === null ? before : undefined;
	const said = <Key extends "name" | "email" | "phone">(key: Key) =>
		absent.has(key) ? (box?.[key] ?? null) : row[key];
	const postBox = { name: said("name"), email: said("email"), phone: said("phone") };
	if (row.holderEmail !== null && [row.name, row.email, row.phone].some((one) => one !== null))
		refuse("box-beside-holder", "holderEmail");
	return {
		...{ holder, deputy },
		values: {
			...about,
			...(holder === null ? postBox : { name: null, email: null, phone: null }),
			membershipId: holder?.id ?? null,
			deputyMembershipId: deputy?.id ?? null,
			note: absent.has("note") ? (before?.note ?? null) : row.note,
			published: row.published ?? before?.published ?? true,
		},
	};
}

/** What the sheet alone cannot see is wrong with a row that is to be written. */
function refuseWritten(
	row: ContactSheetRow,
	{ values, holder, deputy }: Planned,
	unit: FoundUnit | null,
	today: string,
	refuse: Refuse,
): void {
	if (unit && isOver(unit, today)) refuse("unit-closed", "unit", { date: unit.validTo ?? "" });
	if (values.phone !== null && !phoneShape.safeParse(values.phone).success) refuse("phone-invalid", "phone");
	const names = holder !== null || row.holderEmail !== null;
	if (!names && values.email === null && values.phone === null) refuse("address-missing", "holderEmail");
	if (holder && deputy && (holder.id === deputy.id || sameAccount(holder, deputy))) refuse("own-deputy", "deputyEmail");
}

function sameAccount(one: Holder, other: Holder): boolean {
	return one.personId !== null && one.personId === other.personId;
}

function changesOf(before: ContactRow, { values, holder, deputy }: Planned): FieldChange[] {
	const wasBox = before.membershipId === null;
	const pairs: readonly (readonly [string, FieldChange["from"], FieldChange["to"], boolean])[] = [
		[
			"holderEmail",
			wasBox ? null : (before.email ?? before.name),
			holder && (holder.email ?? holder.name),
			before.membershipId === values.membershipId,
		],
		[
			"deputyEmail",
			before.deputyEmail ?? before.deputyName,
			deputy && (deputy.email ?? deputy.name),
			before.deputyMembershipId === values.deputyMembershipId,
		],
		...(["name", "email", "phone"] as const).map((key) => {
			const from = wasBox ? before[key] : null;
			return [key, from, values[key], from === values[key]] as const;
		}),
		["note", before.note, values.note, before.note === values.note],
		["published", before.published, values.published, before.published === values.published],
	];
	return pairs.flatMap(([field, from, to, same]) => (same ? [] : [{ field, from, to }]));
}
