import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { testContext } from "../../../../test/worker.ts";
import { addDays, dayOf } from "../../../day.ts";
import { nobody } from "../../../identity/actor.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import type { EndingFacts } from "../ending/contract.ts";
import type { GoalFacts } from "../goal/contract.ts";
import type { ProjectFacts } from "../project/contract.ts";
import {
	addCard,
	addGoal,
	addMeasurement,
	addMember,
	addNetwork,
	addProject,
	adoptCard,
	changeCard,
	confirmCard,
	endProject,
	listCards,
	listPublicCards,
	openCard,
	openProject,
	openPublicCard,
	removeCard,
	sayUse,
	startProject,
	undoUse,
} from "../service.server.ts";
import type { AdoptionFacts, CardFacts } from "./contract.ts";
import { askCardTask } from "./remind.server.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());
const day = (ago: number) => addDays(today, -ago);

const facts: ProjectFacts = {
	admissionId: null,
	...{ title: "Tilsyn om natten", need: "Mange våkner.", purpose: "Folk skal bo trygt hjemme lenger." },
	...{ noticed: "Jeg får sove.", anchoredIn: "Helseplanen", novelty: "here", buildsOn: "", unitId: null },
	...{ breadth: "unit", changesWork: false, decidedBy: "unit-leader", decidedOn: day(200), decision: "" },
	...{ leaderName: "Kari", leaderEmail: null, leaderShare: null, deputyName: "", deputyEmail: null },
	...{ ownerName: "Ola", ownerEmail: null, firstDay: day(190), lastDay: day(-100), statusDays: 42 },
	...{ hours: null, kroner: null, followUp: "", spread: "" },
};
const goal: GoalFacts = {
	...{ servesId: null, measuredAsId: null },
	...{ kind: "result", wording: "Færre besøk", indicator: "Besøk uten hjelp", definition: "", measuredIn: "i uken" },
	...{ baseline: 80, baselineOn: day(190), baselineSource: "Journal", target: 20, dueOn: null },
};
const cardFacts: CardFacts = {
	...{
		title: "Kamera i stedet for besøk",
		setting: "Hjemmesykepleie, spredt bygd",
		size: "60 brukere",
		networkIds: [],
	},
	...{ needed: "Samtykke og nett hjemme hos folk.", done: "Kamera hos 25.", better: "De sover.", same: "", worse: "" },
	...{ lesson: "Mål før dere kjøper.", revalidateOn: day(-700), visibility: "organisation" },
};
const adopting: AdoptionFacts = {
	...facts,
	...{ title: "Kamera hos oss", purpose: "De ansatte skal ha tid til de som trenger dem mest.", novelty: "builds-on" },
	...{ buildsOn: cardFacts.title, differs: "Vi har ingen nattpatrulje.", changes: "Nabokommunen ser på skjermen." },
};
const ending: EndingFacts = {
	...{
		outcome: "stopped",
		decidedOn: today,
		decidedBy: "Sjefen",
		reached: "no",
		answer: "Ingen sov.",
		cause: "Dårlig nett",
	},
	...{ operationsOwner: "", operationsBudget: "", operationsRoutine: "", lesson: "Prøv nettet først.", further: [] },
};

async function municipality() {
	const organisation = await makeOrganisation(database);
	return { organisation, leader: await makeActor(database, { organisation, roles: ["manager"] }) };
}
type Of = Awaited<ReturnType<typeof municipality>>;

async function running({ leader }: Of, of = facts) {
	const { id } = await does(leader, (work) => addProject(work, of));
	const { id: goalId } = await does(leader, (work) => addGoal(work, id, goal));
	await does(leader, (work) => startProject(work, id, { version: 1, startedOn: day(180) }));
	return { id, goalId };
}
const card = (of: Of, projectId: string, more: Partial<CardFacts> = {}) =>
	does(of.leader, (work) => addCard(work, projectId, { ...cardFacts, ...more }));
const opened = (of: Of, id: string) => database.reading(of.leader, (work) => openCard(work, id));

it("is made of a project under way, tells every goal, and is kept in step with it", async () => {
	const of = await municipality();
	const { id: draft } = await does(of.leader, (work) => addProject(work, facts));
	expect(await codes(of.leader, (work) => addCard(work, draft, cardFacts))).toEqual(["not-running"]);
	const { id, goalId } = await running(of);
	await does(of.leader, (work) =>
		addGoal(work, id, { ...goal, wording: "Færre fall", baseline: null, baselineOn: null, baselineSource: "" }),
	);
	const nothing = { ...cardFacts, better: "" };
	expect(await codes(of.leader, (work) => addCard(work, id, nothing))).toEqual(["outcome-missing"]);
	const { id: cardId } = await card(of, id);
	expect(await codes(of.leader, (work) => addCard(work, id, cardFacts))).toEqual(["has-card"]);
	const result = async () => (await opened(of, cardId))?.card.result;
	expect(await result()).toMatchObject({ state: "running", outcome: null });
	expect((await result())?.measured.map(({ change }) => change)).toEqual(["undocumented", "undocumented"]);
	const measuring = { value: 95, measuredOn: day(10), source: "Journal", note: "" };
	await does(of.leader, (work) => addMeasurement(work, { projectId: id, goalId }, measuring));
	expect((await result())?.measured.map(({ change }) => change)).toEqual(["worse", "undocumented"]);
	const version = (await database.reading(of.leader, (work) => openProject(work, id)))?.project.version ?? 0;
	await does(of.leader, (work) => endProject(work, id, { ...ending, version }));
	expect(await result()).toMatchObject({ state: "ended", outcome: "stopped", reached: "no", endedOn: today });
});

it("is read by as many as its owner chose: own organisation, a network, everybody", async () => {
	const [of, neighbour, stranger] = [await municipality(), await municipality(), await municipality()];
	const { id } = await running(of);
	const network = await does(of.leader, (work) =>
		addNetwork(work, {
			...{ name: "Nettet", purpose: "Bedre netter", kind: "owned", foundedOn: day(900), foundedBy: "", owners: "" },
			...{ decides: "", moneyKind: "budgets", money: "", leadRotates: false, gatheringsAYear: null, plan: "" },
			planUntil: null,
		}),
	);
	await does(of.leader, (work) =>
		addMember(work, network.id, {
			...{ partyId: neighbour.organisation.id, name: "", standing: "member", invitedOn: null, joinedOn: day(90) },
			...{ adoptedBy: "", adoptedOn: null, anchored: null, contactRole: "", contactName: "", contactEmail: null },
			...{ pledgedShare: null, pledgedHours: null, pledgedKroner: null, pledgedOn: null, pledgedWhere: "" },
		}),
	);
	const { id: cardId } = await card(of, id);
	const reads = async () => [
		(await opened(neighbour, cardId)) !== undefined,
		(await opened(stranger, cardId)) !== undefined,
		(await database.reading(nobody, (work) => openPublicCard(work, cardId))) !== undefined,
	];
	expect(await reads()).toEqual([false, false, false]);
	const shown = { ...cardFacts, visibility: "network" } as const;
	const version = 1;
	expect(await codes(of.leader, (work) => changeCard(work, cardId, { ...shown, version }))).toEqual([
		"network-missing",
	]);
	await does(of.leader, (work) => changeCard(work, cardId, { ...shown, networkIds: [network.id], version }));
	expect(await reads()).toEqual([true, false, false]);
	expect(await codes(neighbour.leader, (work) => changeCard(work, cardId, { ...cardFacts, version: 2 }))).toEqual([
		"not-allowed",
	]);
	await does(of.leader, (work) => changeCard(work, cardId, { ...cardFacts, visibility: "public", version: 2 }));
	expect(await reads()).toEqual([true, true, true]);
	const everybodys = await database.reading(nobody, listPublicCards);
	expect(everybodys.find((one) => one.id === cardId)).toMatchObject({
		organisationName: of.organisation.name,
		result: { state: "running" },
	});
});

it("cannot be for a unit where its project is in none", async () => {
	const of = await municipality();
	const { id } = await running(of);
	const forUnit = { ...cardFacts, visibility: "unit" } as const;
	expect(await codes(of.leader, (work) => addCard(work, id, forUnit))).toEqual(["no-unit"]);
});

it("is tried out with a purpose of one's own, and the chain tells how it went, whoever reads it", async () => {
	const [of, neighbour, third] = [await municipality(), await municipality(), await municipality()];
	const { id } = await running(of);
	const { id: cardId } = await card(of, id, { visibility: "public" });
	const copied = { ...adopting, purpose: facts.purpose };
	expect(await codes(neighbour.leader, (work) => adoptCard(work, cardId, copied))).toEqual(["purpose-copied"]);
	const again = { ...adopting, changes: adopting.differs };
	expect(await codes(neighbour.leader, (work) => adoptCard(work, cardId, again))).toEqual(["differs-copied"]);
	const { projectId } = await does(neighbour.leader, (work) => adoptCard(work, cardId, adopting));
	await does(neighbour.leader, (work) => addGoal(work, projectId, goal));
	await does(neighbour.leader, (work) => startProject(work, projectId, { version: 1, startedOn: day(100) }));
	const { id: second } = await card(neighbour, projectId, { title: "Kamera to", visibility: "public" });
	const last = await does(third.leader, (work) =>
		adoptCard(work, second, { ...adopting, purpose: "Pårørende skal slippe uro om kvelden." }),
	);
	await does(neighbour.leader, (work) => endProject(work, projectId, { ...ending, version: 2 }));
	for (const [who, which] of [
		[of, cardId],
		[third, second],
	] as const) {
		const chain = (await opened(who, which))?.chain ?? [];
		expect(chain.map(({ projectId, depth }) => [projectId, depth])).toEqual([
			[id, 0],
			[projectId, 1],
			[last.projectId, 2],
		]);
		expect(chain.map(({ result }) => result?.outcome ?? result?.state)).toEqual(["running", "stopped", "draft"]);
	}
	expect(await codes(of.leader, (work) => removeCard(work, cardId, 1))).toEqual(["has-followers"]);
	// Shown to fewer, those who tried it out still know what they tried; others see nothing of it.
	await does(of.leader, (work) => changeCard(work, cardId, { ...cardFacts, version: 1 }));
	expect(await opened(third, cardId)).toBeUndefined();
	expect((await opened(third, second))?.chain.map(({ depth }) => depth)).toEqual([0, 1]);
});

it("counts what organisations say of it, each once, and never that it was read", async () => {
	const [of, neighbour] = [await municipality(), await municipality()];
	const { id: cardId } = await card(of, (await running(of)).id, { visibility: "public" });
	await opened(neighbour, cardId);
	const stages = async () => (await opened(of, cardId))?.card.stages;
	expect(await stages()).toMatchObject({ organisations: 0 });
	const said = { stage: "tried", onDay: day(20), note: "" } as const;
	expect(await codes(of.leader, (work) => sayUse(work, cardId, said))).toEqual(["own-card"]);
	expect(await codes(neighbour.leader, (work) => sayUse(work, cardId, { ...said, onDay: day(-1) }))).toEqual([
		"ahead-of-today",
	]);
	await does(neighbour.leader, (work) => sayUse(work, cardId, said));
	await does(neighbour.leader, (work) => sayUse(work, cardId, { ...said, stage: "in-use", onDay: day(5) }));
	expect(await stages()).toEqual({ organisations: 1, aware: 0, tried: 0, inUse: 1, givenUp: 0 });
	const use = (await opened(neighbour, cardId))?.uses[0]?.id ?? "";
	expect(await codes(of.leader, (work) => undoUse(work, cardId, use))).toEqual(["missing"]);
	await does(neighbour.leader, (work) => undoUse(work, cardId, use));
	expect(await stages()).toMatchObject({ tried: 1, inUse: 0 });
});

it("is asked of when its day has passed, once, until somebody says that it holds", async () => {
	const of = await municipality();
	const { id: cardId } = await card(of, (await running(of)).id, { revalidateOn: day(-30) });
	const waits = async () =>
		(await database.reading(of.leader, findWaiting)).some(({ key }) => key === `development.card.${cardId}`);
	expect(await waits()).toBe(false);
	database.setNow(`${day(-31)}T10:00:00Z`);
	expect(await waits()).toBe(true);
	expect((await database.reading(of.leader, listCards))?.find(({ id }) => id === cardId)?.isStale).toBe(true);
	await askCardTask.run(testContext(database), {});
	await askCardTask.run(testContext(database), {});
	const told = await database.reading(of.leader, (work) =>
		work.db.selectFrom("notice.notice").select("id").where("kind", "=", "development.card-stale").execute(),
	);
	expect(told).toHaveLength(1);
	const confirming = { version: 1, revalidateOn: day(-31) };
	expect(await codes(of.leader, (work) => confirmCard(work, cardId, confirming))).toEqual(["revalidate-too-soon"]);
	await does(of.leader, (work) => confirmCard(work, cardId, { ...confirming, revalidateOn: day(-700) }));
	expect(await waits()).toBe(false);
	await does(of.leader, (work) => removeCard(work, cardId, 2));
	database.setNow(null);
});
