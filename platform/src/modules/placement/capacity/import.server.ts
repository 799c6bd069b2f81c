import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { listOrganisations, readVocabulary } from "../../organisation/service.server.ts";
import { answerCapacity, enterCapacity, listInstitutions } from "./answer.server.ts";
import { coordinatedBy } from "./asker.server.ts";
import { hostKinds, professionOf } from "./codes.ts";
import type { CapacityRefusal, OfferInAnswer } from "./contract.ts";
import { type CapacitySheetRow, readYears } from "./sheet.ts";
import { addSite } from "./site.server.ts";
import { listSites } from "./site.store.server.ts";
import { findCapacity, listCapacity } from "./store.server.ts";

/** A row of the sheet with its number in the file. */
export type ImportedRow = { readonly row: number; readonly value: CapacitySheetRow };
export type ImportedCapacity = {
	readonly sites: number;
	readonly created: number;
	readonly changed: number;
	readonly unchanged: number;
};

type Line = { readonly row: number; readonly mostAtOnce: number | null; readonly offer: OfferInAnswer };

/**
 * Takes in capacity: sites that are not there are made, lines that stand already get their new number of places, and
 * others are added to the capacity their days fit in, or to new capacity that waits for approval. All of it, or nothing:
 * refusals name the row of the file in `detail.row`.
 */
export async function takeInCapacity(
	work: Work,
	rows: readonly ImportedRow[],
): Promise<Outcome<ImportedCapacity, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const known = await knownNames(work, organisationId);
	const refusals: Refusal<CapacityRefusal>[] = [];
	const counts = { sites: 0, created: 0, changed: 0, unchanged: 0 };
	const bySite = new Map<string, Line[]>();
	for (const { row, value } of rows) {
		const refuse = (code: CapacityRefusal) => refusals.push({ code, detail: { row } });
		const hostId = value.host === null ? organisationId : known.host(value.host);
		const years = readYears(value.years);
		const reservedFor = value.reservedFor === null ? null : known.institution(value.reservedFor);
		const setting = value.setting === null ? null : known.setting(value.setting);
		if (hostId === undefined) refuse("host-unknown");
		if (years === null) refuse("years-unreadable");
		if (reservedFor === undefined) refuse("institution-unknown");
		if (setting === undefined) refuse("setting-unknown");
		if (hostId === undefined || years === null || reservedFor === undefined || setting === undefined) continue;
		const key = `${hostId} ${foldName(value.site)}`;
		let siteId = known.sites.get(key);
		if (siteId === undefined) {
			const { site: name, postcode } = value;
			const added = await addSite(work, {
				...{ hostId, name, postcode, setting, municipalityNumber: null, housingNote: null },
				...{ contactName: null, contactEmail: null, published: true },
			});
			if (added.refused) {
				refusals.push(...added.refused.map(({ code }) => ({ code, detail: { row } })));
				continue;
			}
			siteId = added.done.id;
			known.sites.set(key, siteId);
			counts.sites++;
		}
		const { firstDay, lastDay, places, leastTogether, mostAtOnce } = value;
		const profession = professionOf(value.profession);
		const offer = { id: null, profession, years: [...years], firstDay, lastDay, places, leastTogether, reservedFor };
		bySite.set(siteId, [...(bySite.get(siteId) ?? []), { row, mostAtOnce, offer }]);
	}
	for (const [siteId, lines] of bySite)
		refusals.push(...(await takeInSite(work, organisationId, siteId, lines, counts)));
	if (refusals.length > 0) return refusedAll(refusals.sort((one, other) => rowOf(one) - rowOf(other)));
	await record(work, {
		...{ verb: "capacity.import", objectKind: "organisation", objectId: organisationId, organisationId },
		detail: counts,
	});
	return done(counts);
}

function rowOf({ detail }: Refusal): number {
	return Number(detail?.row ?? 0);
}

async function takeInSite(
	work: Work,
	organisationId: string,
	siteId: string,
	lines: readonly Line[],
	counts: { created: number; changed: number; unchanged: number },
): Promise<Refusal<CapacityRefusal>[]> {
	const firstDay = lines.map(({ offer }) => offer.firstDay).sort()[0] ?? "";
	const lastDay =
		lines
			.map(({ offer }) => offer.lastDay)
			.sort()
			.at(-1) ?? "";
	const { rows } = await listCapacity(work, organisationId, { siteId, words: [], unitIds: null });
	const target = rows.find((one) => one.firstDay <= firstDay && one.lastDay >= lastDay);
	const mosts = lines.flatMap(({ mostAtOnce }) => mostAtOnce ?? []);
	const mostAtOnce = mosts.length === 0 ? (target?.mostAtOnce ?? null) : Math.max(...mosts);
	const standing = target ? ((await findCapacity(work, organisationId, target.id))?.offers ?? []) : [];
	const offers: { offer: OfferInAnswer; row: number | null }[] = standing.map((one) => ({
		...{ offer: { ...one, profession: professionOf(one.profession), years: [...one.years] }, row: null },
	}));
	let touched = mostAtOnce !== (target?.mostAtOnce ?? null);
	for (const { offer, row } of lines) {
		const same = offers.find((one) => one.row === null && sameLine(one.offer, offer));
		if (!same) {
			offers.push({ offer, row });
			counts.created++;
			touched = true;
			continue;
		}
		const isSame = same.offer.places === offer.places && same.offer.leastTogether === offer.leastTogether;
		same.offer = { ...offer, id: same.offer.id };
		same.row = row;
		if (isSame) counts.unchanged++;
		else {
			counts.changed++;
			touched = true;
		}
	}
	if (!touched) return [];
	const answer = {
		...{ takes: true, mostAtOnce, supervisors: target?.supervisors ?? null, note: target?.note ?? null },
		offers: offers.map(({ offer }) => offer),
	};
	const outcome = target
		? await answerCapacity(work, target.id, { ...answer, version: target.version })
		: await enterCapacity(work, { ...answer, siteId, firstDay, lastDay });
	if (!outcome.refused) return [];
	const firstRow = lines[0]?.row ?? 0;
	return outcome.refused.map(({ code, field, detail }) => {
		const index = Number(/^offers\.(\d+)\./.exec(field ?? "")?.[1] ?? -1);
		return { code, detail: { ...detail, row: offers[index]?.row ?? firstRow } };
	});
}

function sameLine(one: OfferInAnswer, other: OfferInAnswer): boolean {
	return (
		one.profession === other.profession &&
		one.years.join() === other.years.join() &&
		one.firstDay === other.firstDay &&
		one.lastDay === other.lastDay &&
		one.reservedFor === other.reservedFor
	);
}

/** What names in a sheet mean; undefined where they mean nothing, or more than one. */
async function knownNames(work: Work, organisationId: string) {
	const hosts = new Map<string, string | undefined>();
	// People write Trondheim, not Trondheim – Tråante.
	for (const kind of hostKinds)
		for (const { id, name, shortName, number } of (await listOrganisations(work, { kind })).rows)
			for (const called of new Set([name, shortName ?? name]))
				for (const word of [
					called,
					`${called} kommune`,
					...(number === null ? [] : [number, `${called} (${number})`]),
				]) {
					const key = foldName(word);
					hosts.set(key, hosts.has(key) && hosts.get(key) !== id ? undefined : id);
				}
	const institutions = new Map((await listInstitutions(work)).map(({ id, name }) => [foldName(name), id]));
	const { settings } = await readVocabulary(work);
	const settingWords = new Map(
		settings.flatMap(({ code, name }) =>
			[code, name.nb, name.nn, name.en].map((word): [string, string] => [foldName(word), code]),
		),
	);
	const { rows } = await listSites(work, organisationId, { words: [] });
	return {
		host: (word: string) => hosts.get(foldName(word)),
		institution: (word: string) => institutions.get(foldName(word)),
		setting: (word: string) => settingWords.get(foldName(word)),
		sites: new Map(rows.map((site) => [`${site.hostId} ${foldName(site.name)}`, site.id])),
	};
}
