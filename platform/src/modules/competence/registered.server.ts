import type { Room } from "../../room.server.ts";
import { actualImport } from "./actual/import/importer.server.ts";
import { competenceAuditKinds, competenceAuditWords } from "./audit-words.ts";
import { measureHolder, planHolder } from "./plan/holder.server.ts";
import { planToReview } from "./plan/notices.ts";
import { planObjects, planSearches } from "./plan/objects.server.ts";
import { remindReviewCron, remindReviewTask } from "./plan/remind.server.ts";
import { findWaitingPlans } from "./plan/waiting.server.ts";
import { writeOutPlan } from "./plan/written.server.ts";
import { bindStudies } from "./service.server.ts";
import { findCompetenceShortcuts } from "./shortcuts.server.ts";
import { studyOwnData } from "./study/own-data.server.ts";
import { findWaitingCompetence } from "./waiting.server.ts";

/** What the room competence gives the house. */
export const competence: Room = {
	auditWords: competenceAuditWords,
	auditKinds: competenceAuditKinds,
	imports: [actualImport],
	ownData: studyOwnData,
	bindings: { competence: bindStudies },
	tokenAreas: {
		competence: {
			nb: "kompetanse: hvem som er under utdanning, og tiltak i planene",
			nn: "kompetanse: kven som er under utdanning, og tiltak i planane",
			en: "competence: who is in education, and measures of the plans",
		},
	},
	shortcuts: { competence: findCompetenceShortcuts },
	waiting: { competence: findWaitingCompetence, "competence.plan": findWaitingPlans },
	tasks: [remindReviewTask],
	cron: [remindReviewCron],
	notices: [planToReview],
	objects: planObjects,
	searches: planSearches,
	written: { "competence-plan": writeOutPlan },
	holders: [planHolder, measureHolder],
};
