import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { addDays, dayOf } from "../../../day.ts";
import type { Actor } from "../../../identity/actor.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import {
	addGoal,
	addHelp,
	addProject,
	addStatus,
	answerOffer,
	askForHelp,
	beginHelping,
	changeHelp,
	endHelp,
	endHelping,
	letIn,
	listHelp,
	noteContact,
	offerHelp,
	openHelp,
	openReached,
	readGuided,
	readLetIn,
	readReached,
	removeContact,
	shutOut,
	startProject,
	withdrawOffer,
} from "../service.server.ts";
import type { HelpFacts } from "./contract.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());

const facts: HelpFacts = {
	...{ title: "Måltider", about: "Vi hjelper dere å måle.", forWhom: "Sykehjem", brings: "", way: "visit" },
	...{ place: "theirs", withinKm: 100, atOnce: 1, contactName: "Kirsten", contactEmail: null },
};
const local = { localName: "Ola", localRole: "Enhetsleder", localEmail: null } as const;
const yes = { answer: "yes", answerWords: "", ...local, version: 1 } as const;

async function parties() {
	const [centre, town, neighbour] = [
		await makeOrganisation(database, { kind: "development-centre" }),
		await makeOrganisation(database),
		await makeOrganisation(database),
	];
	const actor = (organisation: typeof town, ...roles: readonly string[]) =>
		makeActor(database, { organisation, roles });
	return {
		...{ centre, town, neighbour, adviser: await actor(centre, "adviser") },
		...{ officer: await actor(centre, "case-officer", "adviser"), manager: await actor(town, "manager") },
		...{ employee: await actor(town, "employee"), other: await actor(neighbour, "manager") },
	};
}

const offering = (partyId: string) => ({ partyId, because: "Dere er på vei", answerBy: addDays(today, 14) });
const opened = (actor: Actor, id: string) => database.reading(actor, (work) => openHelp(work, id));
const keys = async (actor: Actor) => (await database.reading(actor, findWaiting)).map(({ key }) => key);

it("is read by everybody, and an offer of it by the two it is between", async () => {
	const { centre, town, adviser, manager, employee, other } = await parties();
	expect(await codes(employee, (work) => addHelp(work, facts))).toEqual(["not-allowed"]);
	const { id } = await does(adviser, (work) => addHelp(work, facts));
	expect((await database.reading(other, listHelp)).find((one) => one.id === id)).toMatchObject({
		...{ isOwn: false, organisationName: centre.name, offers: [] },
	});
	expect(await codes(other, (work) => changeHelp(work, id, { ...facts, version: 1 }))).toEqual(["not-allowed"]);
	expect(await codes(other, (work) => offerHelp(work, id, offering(town.id)))).toEqual(["not-allowed"]);
	const { id: offer } = await does(adviser, (work) => offerHelp(work, id, offering(town.id)));
	expect(await codes(adviser, (work) => offerHelp(work, id, offering(town.id)))).toEqual(["offered-already"]);
	expect((await opened(manager, id))?.offers.map((one) => one.id)).toEqual([offer]);
	expect((await opened(other, id))?.offers).toEqual([]);

	expect(await keys(manager)).toContain(`help.answer.${offer}`);
	expect(await keys(employee)).not.toContain(`help.answer.${offer}`);
	expect(await codes(employee, (work) => answerOffer(work, id, offer, yes))).toEqual(["not-allowed"]);
	expect(await codes(adviser, (work) => answerOffer(work, id, offer, yes))).toEqual(["not-allowed"]);
	expect(await codes(other, (work) => answerOffer(work, id, offer, yes))).toEqual(["missing"]);
	const no = { ...yes, answer: "no", answerWords: "Ingen tid i år" } as const;
	await does(manager, (work) => answerOffer(work, id, offer, no));
	expect(await keys(manager)).not.toContain(`help.answer.${offer}`);
	expect(await codes(manager, (work) => answerOffer(work, id, offer, yes))).toEqual(["changed-by-another"]);
	// A no stands with why, and can be offered again later.
	const { id: again } = await does(adviser, (work) => offerHelp(work, id, offering(town.id)));
	await does(adviser, (work) => withdrawOffer(work, id, again, 1));
	expect((await opened(adviser, id))?.offers.map(({ answer }) => answer).toSorted()).toEqual(["no", null]);
});

it("queues those who ask against the room there is, each seeing its own place alone", async () => {
	const { adviser, manager, other, town, neighbour } = await parties();
	const { id } = await does(adviser, (work) => addHelp(work, facts));
	const ask = { because: "Vi mangler noen å tenke med", ...local };
	expect(await codes(manager, (work) => askForHelp(work, id, { ...ask, localRole: "" }))).toEqual(["local-missing"]);
	const { id: first } = await does(manager, (work) => askForHelp(work, id, ask));
	const { id: second } = await does(other, (work) => askForHelp(work, id, ask));
	expect(await keys(adviser)).toContain(`help.asked.${first}`);
	expect((await opened(manager, id))?.queue).toEqual({ going: 0, waiting: 2, place: 1 });
	expect((await opened(other, id))?.queue).toEqual({ going: 0, waiting: 2, place: 2 });
	expect((await opened(adviser, id))?.waiting).toEqual([first, second]);

	const begin = (offer: string, beganBecause = "", version = 1) =>
		codes(adviser, (work) => beginHelping(work, id, offer, { beganBecause, version }));
	expect(await codes(manager, (work) => beginHelping(work, id, first, { beganBecause: "", version: 1 }))).toEqual([
		"not-allowed",
	]);
	expect(await begin(second)).toEqual(["out-of-turn"]);
	expect(await begin(first)).toBeUndefined();
	expect(await begin(second, "Mistet lederen")).toEqual(["is-full"]);
	expect(await codes(manager, (work) => withdrawOffer(work, id, first, 2))).toEqual(["has-begun"]);
	await does(adviser, (work) => endHelping(work, id, first, { result: "Alle veies nå", version: 2 }));
	expect(await begin(second)).toBeUndefined();
	expect((await opened(manager, id))?.queue).toEqual({ going: 1, waiting: 0, place: null });

	await does(adviser, (work) => endHelp(work, id, 1, true));
	expect((await database.reading(other, listHelp)).some((one) => one.id === id)).toBe(false);
	expect(await codes(manager, (work) => askForHelp(work, id, ask))).toEqual(["has-ended"]);
	expect([town.id, neighbour.id]).not.toContain(id);
});

it("develops nothing together with one alone", async () => {
	const { adviser, manager, other } = await parties();
	const { id } = await does(adviser, (work) => addHelp(work, { ...facts, way: "together", atOnce: null }));
	const { id: first } = await does(manager, (work) => askForHelp(work, id, { because: "Vi vil", ...local }));
	const begin = () => codes(adviser, (work) => beginHelping(work, id, first, { beganBecause: "", version: 1 }));
	expect(await begin()).toEqual(["one-alone"]);
	await does(other, (work) => askForHelp(work, id, { because: "Vi også", ...local }));
	expect(await begin()).toBeUndefined();
});

it("lists who has never been offered anything, by us or by anybody, and when they were in contact", async () => {
	const { adviser, manager, town, neighbour } = await parties();
	const stranger = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind: "institution" }),
	});
	const reached = async (actor: Actor, id: string) =>
		(await database.reading(actor, readReached))?.find((one) => one.id === id);
	expect(await reached(manager, neighbour.id)).toMatchObject({ offers: 0 });
	const { id } = await does(adviser, (work) => addHelp(work, facts));
	const { id: offer } = await does(adviser, (work) => offerHelp(work, id, offering(town.id)));
	await does(manager, (work) => answerOffer(work, id, offer, yes));
	expect(await reached(adviser, town.id)).toMatchObject({
		...{ offers: 1, offersByAll: 1, accepted: 1, unanswered: 0, local: "Ola, Enhetsleder" },
	});
	// Others know that somebody offered something, not who or what.
	expect(await reached(stranger, town.id)).toMatchObject({ offers: 0, offersByAll: 1, local: null });
	expect(await reached(adviser, neighbour.id)).toMatchObject({ offers: 0, offersByAll: 0 });

	const contact = { onDay: today, how: "visit", about: "Gikk gjennom målingene" } as const;
	const ahead = { ...contact, onDay: addDays(today, 1) };
	expect(await codes(adviser, (work) => noteContact(work, town.id, ahead))).toEqual(["ahead-of-today"]);
	await does(adviser, (work) => noteContact(work, town.id, contact));
	expect(await reached(adviser, town.id)).toMatchObject({ lastContact: today });
	expect((await database.reading(manager, readLetIn))?.contacts).toMatchObject([{ about: contact.about }]);
	expect((await database.reading(stranger, (work) => openReached(work, town.id)))?.contacts).toEqual([]);
	const [noted] = (await database.reading(adviser, (work) => openReached(work, town.id)))?.contacts ?? [];
	await does(adviser, (work) => removeContact(work, town.id, noted?.id ?? ""));
	expect(await reached(adviser, town.id)).toMatchObject({ lastContact: null });
});

it("shows projects to the advisers who are let in, to those who supervise only where that is said, and no longer when shut", async () => {
	const { centre, town, adviser, officer, manager, employee, other } = await parties();
	const { id } = await does(manager, (work) =>
		addProject(work, {
			...{ title: "Tilsyn", need: "Mange våkner.", purpose: "Folk skal bo trygt.", noticed: "Jeg sover." },
			...{ anchoredIn: "Planen", novelty: "here", buildsOn: "", unitId: null, breadth: "unit", changesWork: false },
			...{ decidedBy: "unit-leader", decidedOn: today, decision: "", leaderName: "Kari", leaderEmail: null },
			...{ leaderShare: 20, deputyName: "", deputyEmail: null, ownerName: "Ola", ownerEmail: null, hours: 10 },
			...{ firstDay: today, lastDay: addDays(today, 200), statusDays: 42, kroner: 1000, followUp: "", spread: "" },
			admissionId: null,
		}),
	);
	const seen = async (actor: Actor) => (await database.reading(actor, readGuided))?.projects.map((one) => one.id);
	await does(manager, (work) => letIn(work, { partyId: centre.id, supervisorsToo: false }));
	expect(await codes(employee, (work) => letIn(work, { partyId: centre.id, supervisorsToo: true }))).toEqual([
		"not-allowed",
	]);
	// A draft is nobody else's.
	expect(await seen(adviser)).toEqual([]);
	await does(manager, (work) =>
		addGoal(work, id, {
			...{ kind: "result", wording: "Færre vekkes", indicator: "", definition: "", measuredIn: "", baseline: null },
			...{ baselineOn: null, baselineSource: "", target: null, dueOn: null, servesId: null, measuredAsId: null },
		}),
	);
	await does(manager, (work) => startProject(work, id, { version: 1 }));
	await does(manager, (work) =>
		addStatus(work, id, {
			...{ onDay: today, standing: "stuck", done: "Lite", next: "", hinder: "Ingen tid", hoursUsed: 2 },
			kronerUsed: null,
		}),
	);
	const [guided] = (await database.reading(adviser, readGuided))?.projects ?? [];
	expect(guided).toMatchObject({ id, organisationName: town.name, standing: "stuck", statusOn: today });
	expect(Object.keys(guided ?? {})).not.toContain("kroner");
	expect([await seen(officer), await seen(other)]).toEqual([[], undefined]);
	await does(manager, (work) => letIn(work, { partyId: centre.id, supervisorsToo: true }));
	expect(await seen(officer)).toEqual([id]);
	await does(manager, (work) => shutOut(work, centre.id));
	expect([await seen(adviser), await seen(officer)]).toEqual([[], []]);
});
