import type { Work } from "../database/work.server.ts";
import type { Language } from "../language.ts";
import type { WrittenSheet } from "../spreadsheet/written.ts";
import { sheetOf } from "../spreadsheet/written.ts";
import type { PersonActor } from "./actor.ts";
import { houseOwnData } from "./own-data-house.server.ts";
import { identityOwnData } from "./own-data-identity.server.ts";
import type { OwnDataPart, OwnDataRow } from "./own-data-part.ts";

const parts = new Map([...identityOwnData, ...houseOwnData].map((part) => [part.name, part]));

/** A room tells what it holds about persons. Called once per part, at start-up. */
export function registerOwnData(part: OwnDataPart): void {
	const other = parts.get(part.name);
	if (other && other !== part) throw new Error(`own data ${part.name} is registered twice`);
	parts.set(part.name, part);
}

export function listOwnDataParts(): OwnDataPart[] {
	return [...parts.values()];
}

export type CollectedPart = { readonly part: OwnDataPart; readonly rows: readonly OwnDataRow[] };

/** Everything the installation holds about a person, part by part. */
export async function collectOwnData(work: Work, actor: PersonActor): Promise<CollectedPart[]> {
	const collected: CollectedPart[] = [];
	for (const part of parts.values()) collected.push({ part, rows: await part.read(work, actor) });
	return collected;
}

/** For another system, or for reading closely. Moments are ISO 8601. */
export function ownDataJson(collected: readonly CollectedPart[], madeAt: Date): string {
	const data = Object.fromEntries(collected.map(({ part, rows }) => [part.name, rows]));
	return JSON.stringify({ madeAt, ...data }, null, "\t");
}

/** For reading: a sheet a part, with headings in the person's language. */
export function ownDataSheets(collected: readonly CollectedPart[], language: Language): WrittenSheet[] {
	return collected.map(({ part, rows }) => {
		const columns = Object.entries(part.columns).map(
			([key, headers]) => ({ key, kind: "text", headers, required: false }) as const,
		);
		const texts = rows.map((row) => Object.fromEntries(columns.map(({ key }) => [key, asText(row[key])])));
		return sheetOf({ columns }, texts, { name: part.title[language], notes: [part.why[language]] });
	});
}

function asText(value: OwnDataRow[string] | undefined): string | null {
	if (value === null || value === undefined) return null;
	return value instanceof Date ? value.toISOString() : String(value);
}
