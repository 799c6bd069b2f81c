import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { addDays, dayOf } from "../../../day.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { NeedFacts } from "../knowledge/contract.ts";
import {
	addNeed,
	addResearch,
	answerAsk,
	askParty,
	changeNeed,
	changeResearch,
	checkReturn,
	closeNeed,
	endResearch,
	listNeeds,
	listResearch,
	openNeed,
	openResearch,
	readAsked,
	removeNeed,
	removeResearch,
	reopenNeed,
	returnResult,
	withdrawAsk,
} from "../service.server.ts";
import type { AskFacts, ResearchFacts } from "./contract.ts";
import { findWaitingResearch } from "./waiting.server.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());

const need: NeedFacts = {
	...{
		question: "Hva gjør at pårørende føler seg sett?",
		useFor: "Nye rutiner i demensomsorgen",
		known: "",
		gives: "",
	},
	...{ fits: ["thesis", "research"], unitId: null, importance: 1, neededBy: null, contactName: "Kari" },
	...{ contactEmail: null, shown: true },
};
const facts: ResearchFacts = {
	...{ title: "Å bli sett", question: "Hva gjør at pårørende føler seg sett?", useFor: "Et opplegg dere kan bruke" },
	...{ kind: "research", workedOut: "together", partners: "", funding: "none", fundingSource: "" },
	...{ leaderName: "Ida", leaderEmail: null, firstDay: today, lastDay: addDays(today, 300) },
};

async function parties() {
	const [college, town, neighbour] = [
		await makeOrganisation(database, { kind: "institution" }),
		await makeOrganisation(database),
		await makeOrganisation(database),
	];
	const actor = (organisation: typeof town, role: readonly string[]) =>
		makeActor(database, { organisation, roles: role });
	return {
		...{ college, town, neighbour },
		researcher: await actor(college, ["researcher"]),
		manager: await actor(town, ["manager"]),
		employee: await actor(town, ["employee"]),
		other: await actor(neighbour, ["manager"]),
	};
}

const asking = (partyId: string, more: Partial<AskFacts> = {}): AskFacts => ({
	...{ partyId, needId: null, whyYou: "Dere har spurt", hours: 40, data: "", access: "Fire pårørende" },
	...{ answerBy: addDays(today, 14), ...more },
});

it("shows a need to everybody or to nobody else, and lets only its own change it", async () => {
	const { town, researcher, manager, employee } = await parties();
	const { id: open } = await does(manager, (work) => addNeed(work, need));
	const { id: hidden } = await does(manager, (work) => addNeed(work, { ...need, shown: false }));
	const seen = await database.reading(researcher, listNeeds);
	expect(seen.find(({ id }) => id === open)).toMatchObject({
		isOwn: false,
		mayChange: false,
		organisationName: town.name,
	});
	expect(seen.some(({ id }) => id === hidden)).toBe(false);
	expect(await database.reading(researcher, (work) => openNeed(work, hidden))).toBeUndefined();
	expect(await codes(employee, (work) => addNeed(work, need))).toEqual(["not-allowed"]);
	expect(await codes(researcher, (work) => changeNeed(work, open, { ...need, version: 1 }))).toEqual(["not-allowed"]);
	await does(manager, (work) => changeNeed(work, open, { ...need, importance: 2, version: 1 }));
	expect(await codes(manager, (work) => changeNeed(work, open, { ...need, version: 1 }))).toEqual([
		"changed-by-another",
	]);
});

it("closes a need with what was learnt, keeps it when opened again, and does not delete what somebody asked about", async () => {
	const { town, researcher, manager } = await parties();
	const { id } = await does(manager, (work) => addNeed(work, need));
	const closing = { closedBecause: "answered", learnt: "At noen ringer", version: 1 } as const;
	await does(manager, (work) => closeNeed(work, id, closing));
	expect(await codes(manager, (work) => changeNeed(work, id, { ...need, version: 2 }))).toEqual(["is-closed"]);
	await does(manager, (work) => reopenNeed(work, id, 2));
	expect(await database.reading(manager, (work) => openNeed(work, id))).toMatchObject({
		...{ closedOn: null, learnt: "At noen ringer" },
	});
	const { id: research } = await does(researcher, (work) => addResearch(work, facts));
	await does(researcher, (work) => askParty(work, research, asking(town.id, { needId: id })));
	expect(await codes(manager, (work) => removeNeed(work, id, 3))).toEqual(["is-asked-about"]);
});

it("tells each who is asked of their own ask alone, and lets them answer, once and for themselves", async () => {
	const { town, neighbour, researcher, manager, employee, other } = await parties();
	const { id } = await does(researcher, (work) => addResearch(work, facts));
	const opened = (actor: Actor) => database.reading(actor, (work) => openResearch(work, id));
	expect(await opened(manager)).toBeUndefined();
	const { id: first } = await does(researcher, (work) => askParty(work, id, asking(town.id)));
	const { id: second } = await does(researcher, (work) => askParty(work, id, asking(neighbour.id, { hours: null })));
	expect(await codes(researcher, (work) => askParty(work, id, asking(town.id)))).toEqual(["asked-already"]);
	expect((await opened(manager))?.asks.map(({ id }) => id)).toEqual([first]);
	expect((await opened(other))?.asks.map(({ id }) => id)).toEqual([second]);
	expect((await opened(researcher))?.asks).toHaveLength(2);

	const yes = { answer: "yes", noBecause: null, answerWords: "", hoursGiven: null, version: 1 } as const;
	expect(await codes(employee, (work) => answerAsk(work, id, first, yes))).toEqual(["not-allowed"]);
	expect(await codes(other, (work) => answerAsk(work, id, first, yes))).toEqual(["missing"]);
	expect(await codes(researcher, (work) => answerAsk(work, id, first, yes))).toEqual(["not-allowed"]);
	expect((await database.reading(manager, findWaitingResearch)).map(({ path }) => path)).toEqual([
		`/development/research/${id}/asks/${first}`,
	]);
	expect(await database.reading(employee, findWaitingResearch)).toEqual([]);
	await does(manager, (work) => answerAsk(work, id, first, yes));
	expect(await database.reading(manager, findWaitingResearch)).toEqual([]);
	const no = { ...yes, answer: "no", noBecause: "capacity" } as const;
	await does(other, (work) => answerAsk(work, id, second, no));
	const asks = (await opened(researcher))?.asks ?? [];
	expect(asks.find((ask) => ask.id === first)).toMatchObject({ answer: "yes", hoursGiven: 40, answeredOn: today });
	expect(asks.find((ask) => ask.id === second)).toMatchObject({ answer: "no", noBecause: "capacity" });
});

it("gives back what was found, asks those who took part whether they can use it, and ends", async () => {
	const { town, researcher, manager } = await parties();
	const { id } = await does(researcher, (work) => addResearch(work, facts));
	const { id: ask } = await does(researcher, (work) => askParty(work, id, asking(town.id)));
	const version = async () => (await database.reading(researcher, (work) => openResearch(work, id)))?.version ?? 0;
	const said = { returnSaid: "in-use", returnWords: "", version: 2 } as const;
	const changed = { answer: "changed", noBecause: null, answerWords: "Bare to", hoursGiven: 20, version: 1 } as const;
	await does(manager, (work) => answerAsk(work, id, ask, changed));
	expect(await codes(manager, (work) => checkReturn(work, id, ask, said))).toEqual(["not-returned"]);
	const found = { result: "De vil bli spurt.", resultWhere: "" };
	const now = await version();
	expect(await codes(manager, (work) => returnResult(work, id, { ...found, version: now }))).toEqual(["not-allowed"]);
	await does(researcher, (work) => returnResult(work, id, { ...found, version: now }));
	expect(await codes(manager, (work) => answerAsk(work, id, ask, { ...changed, version: 2 }))).toEqual(["is-answered"]);
	expect((await database.reading(manager, findWaitingResearch)).map(({ key }) => key)).toEqual([
		`development.research-check.${ask}`,
	]);
	await does(manager, (work) => checkReturn(work, id, ask, said));
	const [listed] = await database.reading(researcher, listResearch);
	expect(listed?.asks[0]).toMatchObject({ returnSaid: "in-use", hoursGiven: 20, returnOn: today });
	const last = await version();
	await does(researcher, (work) => endResearch(work, id, { endedBecause: "Ferdig", version: last }));
	expect(await codes(researcher, (work) => askParty(work, id, asking(town.id)))).toEqual(["has-ended"]);
	await does(researcher, (work) => endResearch(work, id, { endedBecause: null, version: last + 1 }));
});

it("lets go of who was asked, and is deleted only before anybody is", async () => {
	const { town, researcher, manager } = await parties();
	const { id } = await does(researcher, (work) => addResearch(work, facts));
	const { id: ask } = await does(researcher, (work) => askParty(work, id, asking(town.id)));
	const opened = (actor: Actor) => database.reading(actor, (work) => openResearch(work, id));
	const version = (await opened(researcher))?.version ?? 0;
	expect(await codes(researcher, (work) => removeResearch(work, id, version))).toEqual(["has-asked"]);
	await does(researcher, (work) => withdrawAsk(work, id, ask, 1));
	expect(await opened(manager)).toBeUndefined();
	const { id: other } = await does(researcher, (work) => addResearch(work, facts));
	await does(researcher, (work) => changeResearch(work, other, { ...facts, title: "Ny tittel", version: 1 }));
	await does(researcher, (work) => removeResearch(work, other, 2));
});

it("counts for everybody how much each is asked, and nothing of by whom or for what", async () => {
	const { town, researcher, other } = await parties();
	const { id } = await does(researcher, (work) => addResearch(work, facts));
	const asked = async () => (await database.reading(other, readAsked)).find((one) => one.id === town.id);
	expect(await asked()).toMatchObject({ asks: 0, hours: 0 });
	const { id: ask } = await does(researcher, (work) => askParty(work, id, asking(town.id)));
	expect(await asked()).toMatchObject({ asks: 1, hours: 40 });
	await does(researcher, (work) => withdrawAsk(work, id, ask, 1));
	expect(await asked()).toMatchObject({ asks: 0, hours: 0 });
});
