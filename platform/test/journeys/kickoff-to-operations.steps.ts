import pg from "pg";
import { openDatabase, type Work } from "../../src/database/work.server.ts";
import { addDays, dayOf } from "../../src/day.ts";
import { system } from "../../src/identity/actor.ts";
import type { GoalFacts } from "../../src/modules/development/goal/contract.ts";
import type { MemberFacts } from "../../src/modules/development/network/contract.ts";
import type { ProjectFacts } from "../../src/modules/development/project/contract.ts";
import {
	addBatch,
	addCard,
	addExpectation,
	addGoal,
	addMeasurement,
	addMember,
	addNetwork,
	addProgramme,
	addProject,
	addStatus,
	decideAdmission,
	endProject,
	giveLead,
	involveInProject,
	meetInArena,
	openProgramme,
	openProject,
	openToAll,
	saveProgrammeGoal,
	sendApplication,
	setMeasure,
	setUnderWay,
	startProject,
} from "../../src/modules/development/service.server.ts";
import { planMeetings, writePresence } from "../../src/modules/meeting/service.server.ts";
import { demoPlaces, listOrganisations } from "../../src/modules/organisation/service.server.ts";
import type { Outcome } from "../../src/outcome.ts";
import { parseDatabaseUrl } from "../embedded.ts";

/** What is behind a product: its services, on behalf of any organisation, on any day. */
function behind(databaseUrl: string) {
	const connection = parseDatabaseUrl(databaseUrl);
	let ago = 0;
	const database = openDatabase({
		...{ connection, poolSize: 2 },
		clock: () => new Date(Date.now() - ago * 86_400_000),
	});
	return {
		connection,
		/** Does something on behalf of an organisation, so many days ago. @throws where it is refused */
		async did<Value>(organisationId: string, days: number, verb: (work: Work) => Promise<Outcome<Value>>) {
			ago = days;
			const outcome = await database.commanding(system("journey", organisationId), verb);
			if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
			return outcome.done;
		},
		read: <Value>(organisationId: string, verb: (work: Work) => Promise<Value>) =>
			database.reading(system("journey", organisationId), verb),
		close: () => database.close(),
	};
}

/** What the projects of the five municipalities have measured; the two last are in a programme for the first time. */
const measured = [
	{ isFirst: false, alike: true, baseline: 12, value: 7 },
	{ isFirst: false, alike: true, baseline: 20, value: 18 },
	{ isFirst: false, alike: true, baseline: 9, value: 4 },
	// Counts something else, in its own way.
	{ isFirst: true, alike: false, baseline: 3, value: 2 },
	// Never looked at how it was before.
	{ isFirst: true, alike: true, baseline: null, value: 6 },
] as const;
/** Days ago that things happened. */
const [founded, begun, silent] = [430, 300, 150];

export type KickedOff = {
	readonly programme: string;
	readonly network: string;
	/** Of Verdal, Stjørdal and Levanger, and of the two first-timers. */
	readonly projects: readonly string[];
	/** Makes a card of the first project that everybody reads. */
	makeCard(title: string): Promise<string>;
	/** So many days go by for the first project: all that was said of it was that much earlier. */
	pass(days: number): Promise<void>;
	close(): Promise<void>;
};

/**
 * A programme kept by a development centre, with a network of five municipalities and a college beside, three gatherings
 * behind it, and a project in each: made by the services on the days it would have been done.
 */
export async function kickOff(
	databaseUrl: string,
	named: string,
	/** Numbers of two municipalities that have been in no programme. */
	firstTimers: readonly [string, string],
): Promise<KickedOff> {
	const { did, read, connection, close } = behind(databaseUrl);
	const { centres, institutions } = demoPlaces();
	const centre = centres[0]?.id ?? "";
	const { rows } = await read(centre, (work) => listOrganisations(work, { kind: "municipality" }));
	const parties = ["5038", "5035", "5037", ...firstTimers].map(
		(number) => rows.find((row) => row.number === number)?.id ?? "",
	);

	const { id: network } = await did(centre, founded, (work) =>
		addNetwork(work, {
			...{ name: `Nettverket ${named}`, purpose: "Ingen kommune skal finne ut av dette alene.", kind: "owned" },
			...{ foundedOn: work.today, foundedBy: "Kommunestyrene i de fem kommunene", owners: "De fem kommunene" },
			...{ decides: "Ett medlem, én stemme", moneyKind: "fee", money: "", leadRotates: true, gatheringsAYear: 3 },
			...{ plan: "", planUntil: null },
		}),
	);
	const college = institutions.find(({ key }) => key === "institution-1174")?.id ?? "";
	const joined = (partyId: string, standing: MemberFacts["standing"], today: string): MemberFacts => ({
		...{ partyId, standing, name: "", invitedOn: null, joinedOn: today, adoptedBy: "", adoptedOn: null },
		...{ anchored: null, contactRole: "", contactName: "", contactEmail: null, pledgedShare: null },
		...{ pledgedHours: null, pledgedKroner: null, pledgedOn: null, pledgedWhere: "" },
	});
	const memberIds: string[] = [];
	for (const partyId of parties) {
		const member = (work: Work) => addMember(work, network, joined(partyId, "member", work.today));
		memberIds.push((await did(centre, founded, member)).id);
	}
	await did(centre, founded, (work) => addMember(work, network, joined(college, "beside", work.today)));
	await did(centre, founded, (work) =>
		giveLead(work, network, {
			...{ memberId: memberIds[0] ?? "", name: "Inger Moen", email: null, firstDay: work.today, handedOver: "" },
		}),
	);
	const { arenaId } = await did(centre, founded, (work) => meetInArena(work, network));
	const { ids: meetings } = await did(centre, founded, (work) =>
		planMeetings(work, arenaId, {
			...{ day: addDays(work.today, 35), from: "10:00", to: "14:00", place: "Verdal", link: null },
			...{ count: 3, weeksBetween: 12 },
		}),
	);
	for (const [at, meeting] of meetings.entries())
		await did(centre, founded - 35 - at * 84, (work) => writePresence(work, meeting, []));

	const { id: programme } = await did(centre, founded, (work) =>
		addProgramme(work, {
			...{ title: `Programmet ${named}`, commissioner: "Helsedirektoratet", partners: "", mandate: "Tildelingsbrevet" },
			...{ purpose: "Eldre skal tørre å bo i eget hus.", themes: "Fall", admits: "capacity", priorities: "" },
			...{ moneyFor: "Frikjøp", networkId: network, noArenaBecause: "", firstDay: work.today },
			...{ lastDay: addDays(work.today, 500), copiedFrom: null },
		}),
	);
	const { id: servesId } = await did(centre, founded, (work) =>
		saveProgrammeGoal(work, programme, null, { wording: "Færre fall med skade", localExample: "Fra tolv til åtte" }),
	);
	const measure = {
		indicator: "Fall med skade",
		definition: "Til lege",
		measuredIn: "fall i måneden",
		adds: "sum",
	} as const;
	await did(centre, founded, (work) => setMeasure(work, programme, servesId, measure));
	await did(centre, founded, (work) => addExpectation(work, programme, { expects: "Prosjektlederen har tid." }));
	await did(centre, founded, (work) =>
		addBatch(work, programme, {
			...{ name: "Pulje 1", applyBy: addDays(work.today, 30), startsOn: addDays(work.today, 60) },
			...{ endsOn: addDays(work.today, 500), places: 5, kept: 2 },
		}),
	);
	await did(centre, founded, (work) => openToAll(work, programme, 1));
	const opened = await read(centre, (work) => openProgramme(work, programme));
	const asked = opened?.expectations[0]?.id ?? "";
	const measuredAsId = opened?.measures[0]?.id ?? null;

	const projects: string[] = [];
	for (const [at, { isFirst, alike, baseline, value }] of measured.entries()) {
		const party = parties[at] ?? "";
		const { id: admissionId } = await did(party, founded - 10, (work) =>
			sendApplication(work, programme, {
				facts: {
					...{ batchId: opened?.batches[0]?.id ?? "", need: "Mange faller.", gain: "Tryggere dager.", buildsOn: "" },
					...{ isFirst, leaderName: "Kari Lian", leaderEmail: null, leaderShare: 20 },
				},
				answers: [{ expectationId: asked, accepted: true, because: "" }],
			}),
		);
		await did(centre, founded - 40, (work) =>
			decideAdmission(work, admissionId, { version: 2, decision: "admitted", because: "" }),
		);
		const goal: GoalFacts = {
			...{ kind: "result", wording: "Færre fall i trappen", indicator: "Fall", definition: "" },
			...{ measuredIn: alike ? "" : "fall per hundre", target: baseline === null ? null : 1, dueOn: null },
			...{ baseline, baselineOn: baseline === null ? null : addDays(dayOf(new Date()), -begun - 10) },
			...{ baselineSource: baseline === null ? "" : "Journal", servesId, measuredAsId: alike ? measuredAsId : null },
		};
		projects.push(await project(party, { title: `${named}, prosjekt ${at + 1}`, admissionId }, goal, value));
	}
	await did(centre, begun, (work) => setUnderWay(work, programme, 2));

	async function project(
		party: string,
		about: Pick<ProjectFacts, "title" | "admissionId">,
		goal: GoalFacts,
		value: number,
	): Promise<string> {
		const isFirst = projects.length === 0;
		const leaderEmail = isFirst ? await read(party, (work) => emailOf(work, "Arne Solemdal")) : null;
		const { id } = await did(party, begun, (work) =>
			addProject(work, {
				...{ ...about, need: "Tolv fall i måneden.", purpose: "Folk skal tørre å gå opp til seg selv." },
				...{ noticed: "Jeg holder meg i rekkverket.", anchoredIn: "Helseplanen", novelty: "here", buildsOn: "" },
				...{ unitId: null, breadth: "unit", changesWork: false, decidedBy: "unit-leader", decidedOn: work.today },
				...{ decision: "", leaderName: isFirst ? "Arne Solemdal" : "Kari Lian", leaderEmail, leaderShare: 20 },
				...{ deputyName: "Jon Aune", deputyEmail: null, ownerName: "Enhetslederen", ownerEmail: leaderEmail },
				...{ firstDay: work.today, lastDay: addDays(work.today, 400), statusDays: 60, hours: null, kroner: null },
				...{ followUp: "", spread: "" },
			}),
		);
		const { id: goalId } = await did(party, begun, (work) => addGoal(work, id, goal));
		await did(party, begun, (work) => startProject(work, id, { version: 1 }));
		// The second one says nothing after its first months.
		for (const ago of projects.length === 1 ? [silent + 30, silent] : [100, 40])
			await did(party, ago, (work) =>
				addStatus(work, id, {
					...{ onDay: work.today, standing: "as-planned", done: "Rekkverk på begge sider.", next: "Lys." },
					...{ hinder: "", hoursUsed: null, kronerUsed: null },
				}),
			);
		await did(party, 30, (work) =>
			addMeasurement(work, { projectId: id, goalId }, { value, measuredOn: work.today, source: "Journal", note: "" }),
		);
		await did(party, 30, (work) =>
			involveInProject(work, id, { role: "leader", phase: "implementation", on: work.today, note: "" }),
		);
		if (projects.length === 2) await stop(party, id);
		return id;
	}

	async function stop(party: string, id: string) {
		const version = (await read(party, (work) => openProject(work, id)))?.project.version ?? 1;
		await did(party, 0, (work) =>
			endProject(work, id, {
				...{ version, outcome: "stopped", decidedOn: addDays(work.today, -1), decidedBy: "Kommunalsjefen" },
				...{ reached: "partly", answer: "Halvparten.", cause: "Lederen sluttet", operationsOwner: "" },
				...{ operationsBudget: "", operationsRoutine: "", lesson: "Vær to fra første dag.", further: [] },
			}),
		);
	}

	const [first = ""] = projects;
	const [owner = ""] = parties;
	return {
		...{ programme, network, projects, close },
		async makeCard(title) {
			const { id } = await did(owner, 0, (work) =>
				addCard(work, first, {
					...{ title, setting: "Hjemmetjenesten", size: "60 brukere", needed: "En snekker", done: "Rekkverk." },
					...{ better: "Færre faller.", same: "", worse: "", lesson: "Begynn med trappen.", networkIds: [] },
					...{ revalidateOn: addDays(work.today, 400), visibility: "public" },
				}),
			);
			return id;
		},
		async pass(days) {
			const client = new pg.Client(connection);
			await client.connect();
			try {
				await goBy(client, first, days);
			} finally {
				await client.end();
			}
		},
	};
}

async function emailOf(work: Work, name: string): Promise<string | null> {
	const found = await work.db
		.selectFrom("identity.person")
		.select("email")
		.where("name", "=", name)
		.where("demo", "=", true)
		.executeTakeFirst();
	return found?.email ?? null;
}

/** Moves every day and moment of a project back, which to the program is the same as that so many days have gone by. */
async function goBy(client: pg.Client, projectId: string, days: number): Promise<void> {
	const { rows } = await client.query<{ table: string; columns: string[] }>(`
		select t.table_name "table", array_agg(c.column_name::text) columns
		from information_schema.tables t
		join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
		where t.table_schema = 'development' and t.table_type = 'BASE TABLE' and c.data_type in ('date', 'timestamp with time zone')
			and (t.table_name = 'project' or exists (select from information_schema.columns k
				where k.table_schema = 'development' and k.table_name = t.table_name and k.column_name = 'project_id'))
		group by t.table_name`);
	for (const { table, columns } of rows) {
		const set = columns.map((column) => `${column} = ${column} - make_interval(days => $1)`).join(", ");
		const key = table === "project" ? "id" : "project_id";
		await client.query(`update development.${table} set ${set} where ${key} = $2`, [days, projectId]);
	}
}
