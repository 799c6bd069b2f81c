import { z } from "zod";
import { dayOf } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { backInForm, parseRows } from "../../../../forms/rows.ts";
import type { Language } from "../../../../language.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { FieldValue, RefusedForm } from "../../../../ui/form-context.ts";
import { valuesOfRow } from "../../actual/pages/ActualRowFields.tsx";
import { readActualRows } from "../../actual/pages/answer-form.server.ts";
import { mostRows } from "../../codes.ts";
import { entryChoices } from "../../framework/choices.ts";
import { nameOfEntry } from "../../framework/name.ts";
import type { OpenedAsked } from "../answer.server.ts";
import { type SaidByUnit, saidNeed } from "../contract.ts";
import { saidOf } from "../rules.ts";

const control = z.object({
	version: z.int().min(1),
	hasRows: z.int().min(1).max(mostRows),
	needRows: z.int().min(1).max(mostRows),
	deed: z.enum(["confirm", "send"]),
	note: z.string().trim().max(2000).default(""),
});

type Sent = { readonly version: number; readonly said?: SaidByUnit; readonly back: (refusal: Refusal) => Refusal };

/** What was sent: that it is right as it stands, or the rows; a row without a competence says nothing. */
export function readAskedForm(
	form: FormData,
): (Sent & { readonly refused?: never }) | { readonly refused: RefusedForm } {
	const head = parseForm(control, form);
	if (head.refusals) return { refused: head };
	const { version, hasRows, needRows, deed, note } = head.values;
	if (deed === "confirm") return { version, back: ({ field: _field, ...refusal }) => refusal };
	const has = readActualRows(form, "has", hasRows);
	const needs = parseRows(saidNeed, form, { prefix: "needs", count: needRows, hangsOn: "entryId" });
	const refusals = [...has.refusals, ...needs.refusals];
	const given = { ...head.given, ...has.given, ...needs.given };
	if (refusals.length > 0) return { refused: { refusals, given } };
	return {
		version,
		said: { note, has: has.rows.map(({ values }) => values), needs: needs.rows.map(({ values }) => values) },
		back: (refusal) => backInForm(backInForm(refusal, "has", has.rows), "needs", needs.rows),
	};
}

/** Rows more than what is known, to write in. */
const moreRows = 3;

/** What the page of a unit's answer shows: what is held or was answered, and the rows to correct it in. */
export function viewOf(language: Language, opened: OpenedAsked) {
	const { asked, collection, held, entries, choosable, mayAnswer } = opened;
	const said = asked.said ?? saidOf(held);
	const named = new Map(entries.map((entry) => [entry.id, entry]));
	const known = [...said.has, ...said.needs].flatMap(({ entryId }) => {
		const entry = named.get(entryId);
		return entry ? [{ ...entry, entryId }] : [];
	});
	const eachOf = new Map(held.needs.map((need) => [need.id, need.usersEach]));
	const needed = (need: SaidByUnit["needs"][number]) => {
		const each = need.needId === null ? null : (eachOf.get(need.needId) ?? null);
		return need.positions ?? (need.users !== null && each ? Math.round((need.users / each) * 100) / 100 : 0);
	};
	const values: Record<string, FieldValue> = { note: said.note };
	for (const [index, row] of said.has.entries()) Object.assign(values, valuesOfRow(`has.${index}`, row));
	for (const [index, row] of said.needs.entries())
		for (const [field, value] of Object.entries(row)) values[`needs.${index}.${field}`] = value;
	return {
		...{ id: asked.id, unitName: asked.unitName, version: asked.version, mayAnswer, values },
		collection: {
			id: collection.id,
			name: collection.name,
			answerBy: collection.answerBy,
			message: collection.message,
		},
		answered: asked.answeredAt && { on: dayOf(asked.answeredAt), by: asked.answeredBy ?? "" },
		taken: asked.takenAt !== null,
		summary: [...new Map(known.map((one) => [one.entryId, one])).values()].map((entry) => {
			const has = said.has.find(({ entryId }) => entryId === entry.entryId);
			const needs = said.needs.filter(({ entryId }) => entryId === entry.entryId);
			return {
				...{ id: entry.entryId, name: nameOfEntry(language, entry), heads: has?.heads ?? null },
				positions: has?.positions ?? null,
				needed: needs.length === 0 ? null : needs.reduce((sum, one) => sum + needed(one), 0),
			};
		}),
		entries: entryChoices(language, choosable, known),
		hasRows: Math.min(mostRows, said.has.length + moreRows),
		needRows: Math.min(mostRows, said.needs.length + moreRows),
		/** Those served to each full position, of the needs that follow from it. */
		each: said.needs.map(({ needId }) => (needId === null ? null : (eachOf.get(needId) ?? null))),
	};
}

export type AskedView = ReturnType<typeof viewOf>;
