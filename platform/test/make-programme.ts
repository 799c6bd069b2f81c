import { addDays, dayOf } from "../src/day.ts";
import type { GoalFacts } from "../src/modules/development/goal/contract.ts";
import type { ProjectFacts } from "../src/modules/development/project/contract.ts";
import {
	addBatch,
	addExpectation,
	addGoal,
	addMeasurement,
	addProgramme,
	addProject,
	decideAdmission,
	openProgramme,
	openToAll,
	saveProgrammeGoal,
	sendApplication,
	setMeasure,
	startProject,
} from "../src/modules/development/service.server.ts";
import type { TestDatabase } from "./database.ts";
import { doing } from "./doing.ts";
import { makeActor, makeOrganisation } from "./make.ts";

const today = dayOf(new Date());
const before = addDays(today, -100);

export type Person = Awaited<ReturnType<typeof makeActor>>;
const measure = { indicator: "Fall", definition: "Med skade", measuredIn: "fall i måneden", adds: "sum" } as const;

/** A project as its form states it, decided and ready to begin. */
export const project: ProjectFacts = {
	...{ title: "Tilsyn om natten", need: "Mange våkner.", purpose: "Folk skal bo trygt hjemme lenger." },
	...{ noticed: "Jeg sover.", anchoredIn: "Planen", novelty: "here", buildsOn: "", unitId: null, breadth: "unit" },
	...{ changesWork: false, decidedBy: "unit-leader", decidedOn: before, decision: "", leaderName: "Kari" },
	...{ leaderEmail: null, leaderShare: null, deputyName: "", deputyEmail: null, ownerName: "Ola", ownerEmail: null },
	...{ firstDay: before, lastDay: addDays(today, 200), statusDays: 42, hours: null, kroner: null },
	...{ followUp: "", spread: "", admissionId: null },
};
export const localGoal: GoalFacts = {
	...{ kind: "result", wording: "Færre besøk som vekker", indicator: "Fall hos oss", definition: "", measuredIn: "" },
	...{ baseline: 10, baselineOn: before, baselineSource: "Journal", target: 4, dueOn: null },
	...{ servesId: null, measuredAsId: null },
};

/** Programmes with municipalities in them, and projects that are under way there. */
export function programmesIn(database: TestDatabase) {
	const { does } = doing(database);

	/** A programme open for all who apply, with one goal that is measured alike. */
	async function opened() {
		const keeper = await makeActor(database, {
			organisation: await makeOrganisation(database, { kind: "state-administrator" }),
		});
		const { id } = await does(keeper, (work) =>
			addProgramme(work, {
				...{ title: "Trygg hjemme", commissioner: "Direktoratet", partners: "", mandate: "Brevet", themes: "Fall" },
				...{ purpose: "Folk skal kunne bo hjemme så lenge de selv vil.", admits: "all", priorities: "" },
				...{ moneyFor: "Frikjøp", networkId: null, noArenaBecause: "Møtes i KS", firstDay: today },
				...{ lastDay: addDays(today, 700), copiedFrom: null },
			}),
		);
		const { id: goalId } = await does(keeper, (work) =>
			saveProgrammeGoal(work, id, null, { wording: "Færre fall", localExample: "Ti færre" }),
		);
		await does(keeper, (work) => setMeasure(work, id, goalId, measure));
		await does(keeper, (work) => addExpectation(work, id, { expects: "Prosjektleder i 20 prosent" }));
		await does(keeper, (work) =>
			addBatch(work, id, {
				...{ name: "Pulje 1", applyBy: addDays(today, 20), startsOn: addDays(today, 30), endsOn: addDays(today, 400) },
				...{ places: null, kept: null },
			}),
		);
		await does(keeper, (work) => openToAll(work, id, 1));
		const read = await database.reading(keeper, (work) => openProgramme(work, id));
		const measureId = read?.measures[0]?.id ?? "";
		return {
			keeper,
			id,
			goalId,
			measureId,
			batchId: read?.batches[0]?.id ?? "",
			asked: read?.expectations[0]?.id ?? "",
		};
	}

	async function admitted(
		{ keeper, id, batchId, asked }: Awaited<ReturnType<typeof opened>>,
		person: Person,
	): Promise<string> {
		const sent = await does(person, (work) =>
			sendApplication(work, id, {
				facts: {
					...{ batchId, need: "Mange faller.", gain: "Tryggere netter.", buildsOn: "", isFirst: true },
					...{ leaderName: "Kari", leaderEmail: null, leaderShare: 20 },
				},
				answers: [{ expectationId: asked, accepted: true, because: "" }],
			}),
		);
		await does(keeper, (work) => decideAdmission(work, sent.id, { version: 2, decision: "admitted", because: "" }));
		return sent.id;
	}

	/** A project that is under way in the place, with one goal and what was measured of it. */
	async function running(person: Person, admissionId: string, goal: GoalFacts, value: number | null) {
		const { id } = await does(person, (work) => addProject(work, { ...project, admissionId }));
		const { id: goalId } = await does(person, (work) => addGoal(work, id, goal));
		await does(person, (work) => startProject(work, id, { version: 1, startedOn: before }));
		if (value !== null)
			await does(person, (work) =>
				addMeasurement(work, { projectId: id, goalId }, { value, measuredOn: today, source: "Journal", note: "" }),
			);
		return { id, goalId };
	}

	return { opened, admitted, running };
}
