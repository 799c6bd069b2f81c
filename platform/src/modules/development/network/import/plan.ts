import { foldName } from "../../../../geography/search.ts";
import type { FieldChange, JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { type Finding, refusing } from "../../../../import/refusing.ts";
import type { Member, MemberFacts, Network, NetworkFacts, Note, NoteFacts } from "../contract.ts";
import { refuseMember, refuseNetwork } from "../rules.ts";
import type { NetworkSheetRow } from "./sheet.ts";
import type { NetworkFinding } from "./text.ts";

/** A network as it stands with its members and notes. */
export type StandingNetwork = {
	readonly network: Network;
	readonly members: readonly Member[];
	readonly notes: readonly Note[];
};

export type End = Pick<Network, "endedOn" | "endedBecause">;
export type PlannedMember = {
	readonly facts: MemberFacts;
	readonly leftOn: string | null;
	readonly leftBecause: string;
};

/** What is written of one network. */
export type PlannedNetwork = {
	readonly standing: StandingNetwork | null;
	readonly facts: NetworkFacts;
	readonly end: End;
	readonly members: readonly PlannedMember[];
	readonly notes: readonly NoteFacts[];
};

export type NetworkPlan = {
	readonly networks: readonly PlannedNetwork[];
	readonly created: readonly PreviewLine[];
	readonly changed: readonly PreviewLine[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<NetworkFinding>[];
	readonly warnings: readonly RowFinding<NetworkFinding>[];
};

export type ImportAbout = {
	readonly today: string;
	readonly standing: readonly StandingNetwork[];
	/** The organisation called something on a day; null where none is, or more than one. */
	readonly find: (name: string, day: string) => string | null;
};

type Row = JudgedRow<NetworkSheetRow>;

/**
 * What taking in the rows would do. A network is recognised by its name, a member by who it is or what it is called, and a note by
 * its words and day: those that are there stay as they are, and what is new is added. Planned again after it is done, nothing is
 * new. Two notes that contradict each other are two notes.
 */
export function planNetworks(rows: readonly Row[], about: ImportAbout): NetworkPlan {
	const plan = { networks: [], created: [], changed: [], unchanged: [], refusals: [], warnings: [] } satisfies Lists;
	const lists: Lists = plan;
	const byName = new Map(about.standing.map((one) => [foldName(one.network.name), one]));
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		if (row.broken.has("name")) continue;
		const key = foldName(row.value.name);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	for (const [key, group] of groups) planOne(group, byName.get(key) ?? null, about, lists);
	return { ...lists, untouched: [...byName.keys()].filter((key) => !groups.has(key)).length };
}

type Lists = {
	networks: PlannedNetwork[];
	created: PreviewLine[];
	changed: PreviewLine[];
	unchanged: PreviewLine[];
	refusals: RowFinding<NetworkFinding>[];
	warnings: RowFinding<NetworkFinding>[];
};

function planOne(group: readonly Row[], standing: StandingNetwork | null, about: ImportAbout, lists: Lists): void {
	const [first] = group;
	if (!first) return;
	const before = lists.refusals.length;
	const facts = factsOf(group, standing, about, lists);
	const founded: Network = {
		...facts,
		...{ organisationId: "", id: "", arenaId: null, endedOn: null, endedBecause: "", version: 1 },
	};
	const members: PlannedMember[] = [];
	const notes: NoteFacts[] = [];
	const known: Member[] = [...(standing?.members ?? [])];
	for (const row of group) {
		const member = memberOf(row, founded, known, about, lists);
		if (member !== null) {
			members.push(member);
			known.push(asMember(member));
		}
		const note = noteOf(row, standing?.notes ?? [], notes, about);
		if (note !== null) notes.push(note);
	}
	const end = endOf(group, standing, about, lists);
	if (lists.refusals.length > before || group.some(({ broken }) => broken.size > 0)) return;
	const changes: FieldChange[] = [
		...changesOf(standing, facts),
		...(members.length > 0
			? [{ field: "member", from: standing?.members.length ?? 0, to: (standing?.members.length ?? 0) + members.length }]
			: []),
		...(notes.length > 0
			? [{ field: "note", from: standing?.notes.length ?? 0, to: (standing?.notes.length ?? 0) + notes.length }]
			: []),
		...(end.endedOn !== (standing?.network.endedOn ?? null)
			? [{ field: "endedOn", from: standing?.network.endedOn ?? null, to: end.endedOn }]
			: []),
	];
	const line = { row: first.sheetRow, name: facts.name, where: facts.foundedOn, changes: standing ? changes : [] };
	if (standing && changes.length === 0) lists.unchanged.push(line);
	else if (standing && standing.network.endedOn !== null) refusing(lists.refusals, first)("has-ended", "name");
	else {
		lists.networks.push({ standing, facts, end, members, notes });
		(standing ? lists.changed : lists.created).push(line);
	}
}

const networkFields = ["purpose", "kind", "foundedOn", "foundedBy", "owners", "decides", "moneyKind", "money"] as const;

/** What the network is: the first row that says a thing says it; a blank takes nothing away. */
function factsOf(
	group: readonly Row[],
	standing: StandingNetwork | null,
	{ today }: ImportAbout,
	lists: Lists,
): NetworkFacts {
	const [first] = group;
	const said = <Key extends (typeof networkFields)[number]>(key: Key) =>
		group.map(({ value }) => value[key]).find((value) => value !== null) ?? null;
	const old = standing?.network ?? null;
	const refuse: Finding<NetworkFinding> = first ? refusing(lists.refusals, first) : () => {};
	const purpose = said("purpose") ?? old?.purpose ?? null;
	const foundedOn = said("foundedOn") ?? old?.foundedOn ?? null;
	if (purpose === null) refuse("purpose-missing", "purpose");
	if (foundedOn === null) refuse("founded-missing", "foundedOn");
	const facts: NetworkFacts = {
		...{ name: old?.name ?? first?.value.name ?? "", purpose: purpose ?? "", foundedOn: foundedOn ?? today },
		...{ kind: said("kind") ?? old?.kind ?? "owned", foundedBy: said("foundedBy") ?? old?.foundedBy ?? "" },
		...{ owners: said("owners") ?? old?.owners ?? "", decides: said("decides") ?? old?.decides ?? "" },
		...{ moneyKind: said("moneyKind") ?? old?.moneyKind ?? "unclear", money: said("money") ?? old?.money ?? "" },
		...{ leadRotates: old?.leadRotates ?? false, gatheringsAYear: old?.gatheringsAYear ?? null },
		...{ plan: old?.plan ?? "", planUntil: old?.planUntil ?? null },
	};
	for (const { code } of refuseNetwork(facts, today)) if (code === "ahead-of-today") refuse(code, "foundedOn");
	return facts;
}

function changesOf(standing: StandingNetwork | null, facts: NetworkFacts): FieldChange[] {
	if (standing === null) return [];
	const { network } = standing;
	return networkFields.flatMap((field) =>
		network[field] === facts[field] ? [] : [{ field, from: network[field], to: facts[field] }],
	);
}

const asMember = ({ facts, leftOn, leftBecause }: PlannedMember): Member => ({
	...facts,
	...{ id: "", leftOn, leftBecause, version: 1 },
});

/** The member a row adds; null where it says none, or one that is there. */
function memberOf(
	row: Row,
	network: Network,
	known: readonly Member[],
	{ today, find }: ImportAbout,
	lists: Lists,
): PlannedMember | null {
	const { value, broken } = row;
	if (value.member === null || broken.has("member")) return null;
	const joinedOn = value.joinedOn ?? network.foundedOn;
	const partyId = find(value.member, joinedOn);
	const isThere = known.some((one) =>
		partyId === null ? foldName(one.name) === foldName(value.member ?? "") : one.partyId === partyId,
	);
	if (isThere) return null;
	const refuse = refusing(lists.refusals, row);
	if (partyId === null) refusing(lists.warnings, row)("organisation-unknown", "member");
	const facts: MemberFacts = {
		...{ partyId, name: value.member, standing: value.standing ?? "member", invitedOn: null, joinedOn },
		...{
			adoptedBy: "",
			adoptedOn: null,
			anchored: value.anchored,
			contactRole: "",
			contactName: "",
			contactEmail: null,
		},
		...{ pledgedShare: value.pledgedShare, pledgedHours: value.pledgedHours, pledgedKroner: null },
		...{ pledgedOn: value.pledgedOn, pledgedWhere: value.pledgedWhere ?? "" },
	};
	for (const { code, field } of refuseMember(facts, { network, others: known, today }))
		if (isFinding(code)) refuse(code, field ?? "member");
	const { leftOn, leftBecause } = value;
	if (leftOn !== null && leftOn < joinedOn) refuse("left-before-joined", "leftOn");
	if (leftOn !== null && leftOn > today) refuse("ahead-of-today", "leftOn");
	if (leftOn !== null && leftBecause === null) refuse("reason-missing", "leftBecause");
	return { facts, leftOn, leftBecause: leftBecause ?? "" };
}

const findings = ["ahead-of-today", "before-founded", "pledge-half-said", "pledge-nothing"] as const;
const isFinding = (code: string): code is (typeof findings)[number] => findings.some((one) => one === code);

/** The note a row adds; null where it says none, or one that is there. */
function noteOf(
	row: Row,
	standing: readonly Note[],
	added: readonly NoteFacts[],
	{ today }: ImportAbout,
): NoteFacts | null {
	const { note, noteOn, source } = row.value;
	if (note === null) return null;
	const one = { onDay: noteOn ?? today, note, source: source ?? "" };
	// One without a day is the same note on whatever day the file is taken in.
	const isSame = (other: NoteFacts) =>
		other.note === one.note && other.source === one.source && (noteOn === null || other.onDay === noteOn);
	return [...standing, ...added].some(isSame) ? null : one;
}

function endOf(group: readonly Row[], standing: StandingNetwork | null, { today }: ImportAbout, lists: Lists): End {
	const row = group.find(({ value }) => value.endedOn !== null);
	const old = { endedOn: standing?.network.endedOn ?? null, endedBecause: standing?.network.endedBecause ?? "" };
	if (!row || old.endedOn !== null) return old;
	const { endedOn, endedBecause } = row.value;
	const refuse = refusing(lists.refusals, row);
	if (endedOn !== null && endedOn > today) refuse("ahead-of-today", "endedOn");
	if (endedBecause === null) refuse("reason-missing", "endedBecause");
	return { endedOn, endedBecause: endedBecause ?? "" };
}
