import type { Work } from "../../../database/work.server.ts";
import { readGazetteer } from "../../../geography/gazetteer.server.ts";
import type { KnownMunicipalities } from "../../../geography/public/check.ts";
import { publicFiles } from "../../../geography/public/files.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { mandateOf } from "../mandate.server.ts";
import { mayKeepRegister } from "../rules.ts";
import type { FactsRefusal, FileStatus, TakenFacts } from "./contract.ts";
import { takeChanges } from "./history.server.ts";
import { takeCampuses, takeInstitutions } from "./institutions.server.ts";
import type { PublicFacts } from "./read.server.ts";
import { findSeedHash, saveSource } from "./source.store.server.ts";
import * as store from "./store.server.ts";

/** The municipalities of 2024, which the facts of every file are held against. */
export function knownMunicipalities(): KnownMunicipalities {
	return new Map(readGazetteer().municipalities.map((place) => [place.number, place.centre.at]));
}

/** Whether the asker may take in public facts: whoever keeps the register. */
export async function mayTakeFacts(work: Work): Promise<boolean> {
	return mayKeepRegister(await mandateOf(work));
}

/** Every public file the product can take facts from: which have been taken in, with source, licence and date. */
export async function listFactFiles(work: Work): Promise<FileStatus[]> {
	const imported = await store.listImportedSources(work);
	return publicFiles.map(({ id, sources }) => {
		const found = sources.flatMap((source) => imported.find((one) => one.id === source.id) ?? []);
		const [latest] = found.map((one) => one.importedAt).sort((a, b) => b.getTime() - a.getTime());
		return { file: id, sources: found, importedAt: found.length === sources.length ? (latest ?? null) : null };
	});
}

/**
 * Takes in the facts of a public file, all or nothing. The same file again changes nothing. Runs as the program itself,
 * for somebody who may (`mayTakeFacts`): public facts belong to nobody.
 */
export async function takePublicFacts(work: Work, read: PublicFacts): Promise<Outcome<TakenFacts, FactsRefusal>> {
	if (!(await mandateOf(work)).system) return refused("not-allowed");
	const before: (string | undefined)[] = [];
	for (const source of read.sources) before.push(await findSeedHash(work, source.id));
	if (before.every((hash) => hash === read.hash)) return done({ file: read.file, unchanged: true, written: {} });
	for (const source of read.sources) await saveSource(work, { ...source, rowCount: read.rowCount, hash: read.hash });
	const written = await take(work, read, read.sources[0]?.id ?? "");
	await record(work, {
		verb: "facts.import",
		objectKind: "source",
		objectId: null,
		detail: { file: read.file, fileName: read.fileName, rowCount: read.rowCount, written },
	});
	return done({ file: read.file, unchanged: false, written });
}

async function take(work: Work, read: PublicFacts, source: string): Promise<Record<string, number>> {
	switch (read.file) {
		case "municipalities":
			return { facts: await store.upsertFacts(work, read.facts.facts) };
		case "postcodes": {
			const rows = read.facts.map(({ at, ...fact }) => ({
				...fact,
				latitude: at?.latitude ?? null,
				longitude: at?.longitude ?? null,
			}));
			return { postcodes: await store.replacePostcodes(work, rows, source) };
		}
		case "regions": {
			const year = Number(read.sources[0]?.date.slice(0, 4));
			const facts = read.facts.members.flatMap((member) =>
				Object.entries({
					"minutes-to-regional-centre": member.minutesToCentre,
					"commuting-out": member.commutingOut,
					"commuting-in": member.commutingIn,
					"labour-market-region": member.region.number,
				}).map(([name, value]) => ({ municipality: member.municipality, name, year, value, source })),
			);
			return {
				travel: await store.upsertTravel(work, read.facts.travel, source),
				facts: await store.upsertFacts(work, facts),
			};
		}
		case "boundaries":
			return { boundaries: await store.saveBoundaries(work, read.facts, source) };
		case "changes":
			return takeChanges(work, read.facts, read.sources[0]);
		case "institutions":
			return takeInstitutions(work, read.facts, read.sources[0]);
		case "campuses":
			return takeCampuses(work, read.facts, read.sources[0]);
	}
}
