import fc from "fast-check";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { testContext } from "../../../../test/worker.ts";
import { addDays, addMonths, dayOf } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import {
	addBatch,
	addCard,
	addExpectation,
	addGoal,
	addMember,
	addNetwork,
	addProgramme,
	addProject,
	answerFollowUp,
	closeProgramme,
	decideAdmission,
	endNetwork,
	endProject,
	leaveNetwork,
	openNetwork,
	openProgramme,
	openProject,
	openToAll,
	removeCard,
	saveProgrammeGoal,
	sendApplication,
	setMeasure,
	setUnderWay,
	startProject,
	withdrawAdmission,
} from "../service.server.ts";
import type { EndingFacts } from "./contract.ts";
import { askFollowUpTask } from "./remind.server.ts";

const database = await openTestDatabase();
const { does } = doing(database);
const today = dayOf(new Date());
const before = addDays(today, -100);

const ending: EndingFacts = {
	...{ outcome: "operations", decidedOn: today, decidedBy: "Kommunalsjefen", reached: "yes", answer: "De sover." },
	...{ cause: "", operationsOwner: "Natt", operationsBudget: "Rammen", operationsRoutine: "Rutine 4" },
	...{ lesson: "Mål før dere kjøper.", further: [] },
};

/** A project of a programme that meets in a network, with a card, which has ended; and all that can be closed around it. */
async function ended() {
	const [centre, town] = [
		await makeOrganisation(database, { kind: "development-centre" }),
		await makeOrganisation(database),
	];
	const [keeper, leader] = [
		await makeActor(database, { organisation: centre }),
		await makeActor(database, { organisation: town, roles: ["manager"] }),
	];
	const { id: network } = await does(keeper, (work) =>
		addNetwork(work, {
			...{ name: "Natt", purpose: "Ingen skal stå alene.", kind: "owned", foundedOn: before, foundedBy: "Rådet" },
			...{ owners: "", decides: "", moneyKind: "budgets", money: "", leadRotates: false, gatheringsAYear: 3 },
			...{ plan: "", planUntil: null },
		}),
	);
	const { id: member } = await does(keeper, (work) =>
		addMember(work, network, {
			...{ partyId: town.id, name: "", standing: "member", invitedOn: null, joinedOn: before, adoptedBy: "" },
			...{ adoptedOn: null, anchored: null, contactRole: "", contactName: "", contactEmail: null },
			...{ pledgedShare: null, pledgedHours: null, pledgedKroner: null, pledgedOn: null, pledgedWhere: "" },
		}),
	);
	const { id: programme } = await does(keeper, (work) =>
		addProgramme(work, {
			...{ title: "Trygg natt", commissioner: "Direktoratet", partners: "", mandate: "Brevet", themes: "Natt" },
			...{ purpose: "Folk skal kunne bo hjemme så lenge de selv vil.", admits: "all", priorities: "" },
			...{ moneyFor: "Frikjøp", networkId: network, noArenaBecause: "", firstDay: today },
			...{ lastDay: addDays(today, 700), copiedFrom: null },
		}),
	);
	const { id: goal } = await does(keeper, (work) =>
		saveProgrammeGoal(work, programme, null, { wording: "Færre besøk", localExample: "Ti færre" }),
	);
	const measure = { indicator: "Besøk", definition: "Uten hjelp", measuredIn: "besøk i uken", adds: "sum" } as const;
	await does(keeper, (work) => setMeasure(work, programme, goal, measure));
	await does(keeper, (work) => addExpectation(work, programme, { expects: "Prosjektleder i 20 prosent" }));
	await does(keeper, (work) =>
		addBatch(work, programme, {
			...{ name: "Pulje 1", applyBy: addDays(today, 20), startsOn: addDays(today, 30), endsOn: addDays(today, 400) },
			...{ places: null, kept: null },
		}),
	);
	await does(keeper, (work) => openToAll(work, programme, 1));
	const opened = await database.reading(keeper, (work) => openProgramme(work, programme));
	const { id: admissionId } = await does(leader, (work) =>
		sendApplication(work, programme, {
			facts: {
				...{ batchId: opened?.batches[0]?.id ?? "", need: "Mange våkner.", gain: "Ro.", buildsOn: "", isFirst: true },
				...{ leaderName: "Kari", leaderEmail: null, leaderShare: 20 },
			},
			answers: [{ expectationId: opened?.expectations[0]?.id ?? "", accepted: true, because: "" }],
		}),
	);
	await does(keeper, (work) => decideAdmission(work, admissionId, { version: 2, decision: "admitted", because: "" }));
	await does(keeper, (work) => setUnderWay(work, programme, 2));
	const { id } = await does(leader, (work) =>
		addProject(work, {
			...{ title: "Tilsyn om natten", need: "Mange våkner.", purpose: "Folk skal bo trygt hjemme lenger." },
			...{ noticed: "Jeg sover.", anchoredIn: "Planen", novelty: "here", buildsOn: "", unitId: null, breadth: "unit" },
			...{ changesWork: false, decidedBy: "unit-leader", decidedOn: before, decision: "", leaderName: "Kari" },
			...{ leaderEmail: null, leaderShare: null, deputyName: "", deputyEmail: null, ownerName: "Ola" },
			...{ ownerEmail: null, firstDay: before, lastDay: addDays(today, 200), statusDays: 42, hours: null },
			...{ kroner: null, followUp: "", spread: "", admissionId },
		}),
	);
	await does(leader, (work) =>
		addGoal(work, id, {
			...{ kind: "result", wording: "Færre vekkes", indicator: "", definition: "", measuredIn: "", baseline: null },
			...{ baselineOn: null, baselineSource: "", target: null, dueOn: null, servesId: null, measuredAsId: null },
		}),
	);
	await does(leader, (work) => startProject(work, id, { version: 1, startedOn: before }));
	const version = async () => (await database.reading(leader, (work) => openProject(work, id)))?.project.version ?? 0;
	const { id: card } = await does(leader, (work) =>
		addCard(work, id, {
			...{ title: "Tilsyn", setting: "Natt", size: "60", needed: "Nett", done: "Kamera", better: "Ro", same: "" },
			...{ worse: "", lesson: "Mål", revalidateOn: addDays(today, 700), visibility: "organisation", networkIds: [] },
		}),
	);
	const last = await version();
	await does(leader, (work) => endProject(work, id, { ...ending, version: last }));

	const closings = {
		programme: () =>
			does(keeper, async (work) =>
				closeProgramme(work, programme, {
					...{ closedOn: today, closedBecause: "Slutt", lesson: "Mål først." },
					version: (await openProgramme(work, programme))?.programme.version ?? 0,
				}),
			),
		place: () =>
			does(leader, (work) =>
				withdrawAdmission(work, admissionId, { version: 3, withdrawnOn: today, withdrawnBecause: "Lederen sluttet" }),
			),
		network: () =>
			does(keeper, async (work) =>
				endNetwork(work, network, {
					...{ endedOn: today, endedBecause: "Ingen penger" },
					version: (await openNetwork(work, network))?.network.version ?? 0,
				}),
			),
		member: () =>
			does(keeper, (work) => leaveNetwork(work, network, member, { leftOn: today, leftBecause: "Tid", version: 1 })),
		card: () => does(leader, (work) => removeCard(work, card, 1)),
		// Whoever led it is no longer at the organisation; somebody else is.
		leader: () =>
			does(system("make", town.id), async (work) => {
				await work.db
					.updateTable("organisation.membership")
					.set({ valid_to: addDays(today, -1) })
					.where("person_id", "=", leader.personId)
					.execute();
				return { done: undefined };
			}),
	};
	return { id, town, closings };
}
type Closing = keyof Awaited<ReturnType<typeof ended>>["closings"];
// In any order that can be: who has left closes nothing, and from a network that has ended nobody leaves.
const later: readonly Closing[] = ["network", "leader"];
const sooner: readonly Closing[] = ["programme", "place", "member", "card"];

const inSomeOrder = (all: readonly Closing[]) => fc.shuffledSubarray([...all], { minLength: all.length });

it("asks in one year and in three, whatever is closed around a project that has ended, and in whatever order", async () => {
	const orders = fc.tuple(inSomeOrder(sooner), inSomeOrder(later));
	await fc.assert(
		fc.asyncProperty(orders, async ([some, then]) => {
			const { id, town, closings } = await ended();
			const heir = await makeActor(database, { organisation: town, roles: ["manager"] });
			const waves = () => database.reading(heir, async (work) => (await openProject(work, id))?.followUps);
			const asked = await waves();
			expect(asked?.map(({ dueOn }) => dueOn)).toEqual([addMonths(today, 12), addMonths(today, 36)]);
			for (const closing of [...some, ...then]) {
				await closings[closing]();
				expect(await waves()).toEqual(asked);
			}
			try {
				for (const [at, months] of [12, 36].entries()) {
					database.setNow(`${addMonths(today, months)}T10:00:00Z`);
					await askFollowUpTask.run(testContext(database), {});
					const told = await database.reading(system("test"), (work) =>
						work.db.selectFrom("notice.notice").select("id").where("person_id", "=", heir.personId).execute(),
					);
					expect(told).toHaveLength(at + 1);
					const followUpId = asked?.[at]?.id ?? "";
					await does(heir, (work) =>
						answerFollowUp(work, { projectId: id, followUpId }, { inUse: "all", reason: null, note: "" }),
					);
				}
			} finally {
				database.setNow(null);
			}
		}),
		{ numRuns: 4 },
	);
}, 120_000);
