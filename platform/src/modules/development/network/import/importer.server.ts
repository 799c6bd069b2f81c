import { newId, type Work } from "../../../../database/work.server.ts";
import { foldName } from "../../../../geography/search.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { currentSheet, type ImportKind } from "../../../../import/kind.server.ts";
import { listOrganisations, mandateOf } from "../../../organisation/service.server.ts";
import { named, nameOfActor, readersOf } from "../open.server.ts";
import * as parts from "../parts.store.server.ts";
import { mayKeepNetworks } from "../rules.ts";
import * as store from "../store.server.ts";
import { type NetworkPlan, type PlannedNetwork, planNetworks, type StandingNetwork } from "./plan.ts";
import { type NetworkSheetRow, networkSheet } from "./sheet.ts";
import { networkFindings, networkImportWords } from "./text.ts";

async function standingOf(work: Work, organisationId: string): Promise<readonly StandingNetwork[]> {
	const own = (await store.listNetworks(work, organisationId)).filter((one) => one.organisationId === organisationId);
	return Promise.all(
		own.map(async (network) => ({
			network,
			members: await named(work, await parts.listMembers(work, network)),
			notes: await store.listNotes(work, network),
		})),
	);
}

type Found = { readonly id: string; readonly kind: string };

/** The organisation called something on a day, by name, or by name and number; null where none is, or more than one. */
async function finderOf(work: Work, rows: readonly { readonly value: NetworkSheetRow }[]) {
	const days = new Set(rows.flatMap(({ value }) => [value.joinedOn, value.foundedOn]).filter((day) => day !== null));
	days.add(work.today);
	const known = new Map<string, ReadonlyMap<string, readonly Found[]>>();
	for (const day of days) {
		const called = new Map<string, Found[]>();
		for (const row of (await listOrganisations(work, { asOf: day })).rows)
			for (const name of [row.name, `${row.name} (${row.number})`]) {
				const of = called.get(foldName(name));
				if (of) of.push(row);
				else called.set(foldName(name), [row]);
			}
		known.set(day, called);
	}
	return (name: string, day: string) => {
		const called = known.get(day) ?? known.get(work.today);
		const found = [...(called?.get(foldName(name)) ?? []), ...(called?.get(foldName(`${name} kommune`)) ?? [])];
		const municipalities = found.filter(({ kind }) => kind === "municipality");
		const [one, ...more] = municipalities.length > 0 ? municipalities : found;
		return one && more.length === 0 ? one.id : null;
	};
}

const networkImporter: Importer = importer({
	sheet: async () => networkSheet,
	text: networkFindings,
	whole: (value) => ({ ...value, name: value.name ?? "" }),
	async plan(work, organisationId, { rows }) {
		const standing = await standingOf(work, organisationId);
		const plan = planNetworks(rows, { today: work.today, standing, find: await finderOf(work, rows) });
		const { created, changed, unchanged, untouched, refusals, warnings } = plan;
		return {
			...{ created, changed, unchanged, untouched, refusals, warnings },
			approved: plan.networks.map(({ standing, ...rest }) => [standing?.network.version ?? null, rest]),
			write: (tell) => writeAll(work, organisationId, plan, tell),
		};
	},
});

async function writeAll(work: Work, organisationId: string, { networks }: NetworkPlan, tell: Tell): Promise<void> {
	for (const [index, one] of networks.entries()) {
		await writeOne(work, organisationId, one);
		await tell(index + 1, networks.length);
	}
}

async function writeOne(work: Work, organisationId: string, { standing, facts, end, members, notes }: PlannedNetwork) {
	const key = { organisationId, id: standing?.network.id ?? newId() };
	const all = [...(standing?.members ?? []), ...members.map(({ facts: { partyId }, leftOn }) => ({ partyId, leftOn }))];
	const readers = readersOf(organisationId, all);
	const given = { searchName: foldName(facts.name), readers };
	if (standing === null) await store.insertNetwork(work, key, facts, given);
	else if (!(await store.updateNetwork(work, standing.network, { facts, searchName: given.searchName })))
		throw new Error("a network was changed while it was taken in");
	let version = (standing?.network.version ?? 0) + 1;
	for (const { facts: member, leftOn, leftBecause } of members) {
		const id = newId();
		await parts.insertMember(work, key, id, member, readers);
		if (leftOn !== null) await parts.updateMember(work, key, { id, version: 1 }, { leftOn, leftBecause });
	}
	for (const note of notes)
		await store.insertNote(work, key, { ...note, id: newId(), recordedBy: nameOfActor(work) }, readers);
	if (standing !== null) await store.giveAccess(work, key, readers);
	else version = 1;
	if (end.endedOn !== null && (standing?.network.endedOn ?? null) === null)
		await store.updateNetwork(work, { ...key, version }, { endedOn: end.endedOn, endedBecause: end.endedBecause });
}

/** Networks with members and notes, from a spreadsheet: those who keep networks bring them. */
export const networkImport: ImportKind = {
	name: "networks",
	words: (language) => networkImportWords[language],
	importer: networkImporter,
	mayImport: async (work) => mayKeepNetworks(await mandateOf(work)),
	mayOpenAll: async (work) => mayKeepNetworks(await mandateOf(work)),
	verbs: { taken: "network.import", exported: "network.export" },
	async current(work, organisationId, about) {
		const rows = (await standingOf(work, organisationId)).flatMap((one) => rowsOf(one));
		return currentSheet(networkSheet, rows, about);
	},
	seenAt: () => "/development/networks?keeper=own",
};

/** A network as the sheet has it: the members with the first note beside the first, and so on. */
function rowsOf({ network, members, notes }: StandingNetwork): NetworkSheetRow[] {
	const text = (value: string) => (value === "" ? null : value);
	const count = Math.max(1, members.length, notes.length);
	return Array.from({ length: count }, (_, at) => {
		const [member, note] = [members[at], notes[at]];
		const isFirst = at === 0;
		return {
			name: network.name,
			...{ purpose: isFirst ? network.purpose : null, kind: isFirst ? network.kind : null },
			...{ foundedOn: network.foundedOn, foundedBy: isFirst ? text(network.foundedBy) : null },
			...{ owners: isFirst ? text(network.owners) : null, decides: isFirst ? text(network.decides) : null },
			...{ moneyKind: isFirst ? network.moneyKind : null, money: isFirst ? text(network.money) : null },
			...{ endedOn: isFirst ? network.endedOn : null, endedBecause: isFirst ? text(network.endedBecause) : null },
			...{ member: member?.name ?? null, standing: member?.standing ?? null, joinedOn: member?.joinedOn ?? null },
			...{ leftOn: member?.leftOn ?? null, leftBecause: member ? text(member.leftBecause) : null },
			...{ anchored: member?.anchored ?? null, pledgedShare: member?.pledgedShare ?? null },
			...{ pledgedHours: member?.pledgedHours ?? null, pledgedOn: member?.pledgedOn ?? null },
			pledgedWhere: member ? text(member.pledgedWhere) : null,
			...{ note: note?.note ?? null, noteOn: note?.onDay ?? null, source: note ? text(note.source) : null },
		};
	});
}
