import type { Room } from "../../room.server.ts";
import { actualImport } from "./actual/import/importer.server.ts";
import { competenceAuditKinds, competenceAuditWords } from "./audit-words.ts";
import { askedText } from "./collect/answer.text.ts";
import { unitAsked } from "./collect/notices.ts";
import { collectionObjects } from "./collect/objects.server.ts";
import { collectPurpose } from "./collect/service.server.ts";
import { remindUnitsCron, remindUnitsTask } from "./collect/tell.server.ts";
import { findWaitingCollections } from "./collect/waiting.server.ts";
import { entryImport } from "./framework/import/importer.server.ts";
import { measureImport } from "./measure/import/importer.server.ts";
import { needImport } from "./need/import/importer.server.ts";
import { measureHolder, planHolder } from "./plan/holder.server.ts";
import { planToReview } from "./plan/notices.ts";
import { planObjects, planSearches } from "./plan/objects.server.ts";
import { remindReviewCron, remindReviewTask } from "./plan/remind.server.ts";
import { findWaitingPlans } from "./plan/waiting.server.ts";
import { writeOutPlan } from "./plan/written.server.ts";
import { bindStudies } from "./service.server.ts";
import { findCompetenceShortcuts } from "./shortcuts.server.ts";
import { forgetNamesCron, forgetNamesTask } from "./study/forget.server.ts";
import { studyImport } from "./study/import/importer.server.ts";
import { studyOwnData } from "./study/own-data.server.ts";
import { askUsedCron, askUsedTask } from "./used/ask.server.ts";
import { usedPurpose } from "./used/service.server.ts";
import { usedText } from "./used/text.ts";
import { findWaitingUsed } from "./used/waiting.server.ts";
import { findWaitingCompetence } from "./waiting.server.ts";

/** What the room competence gives the house. */
export const competence: Room = {
	auditWords: competenceAuditWords,
	auditKinds: competenceAuditKinds,
	imports: [actualImport, needImport, entryImport, studyImport, measureImport],
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
	waiting: {
		competence: findWaitingCompetence,
		"competence.plan": findWaitingPlans,
		"competence.collection": findWaitingCollections,
		"competence.used": findWaitingUsed,
	},
	tasks: [remindReviewTask, remindUnitsTask, askUsedTask, forgetNamesTask],
	cron: [remindReviewCron, remindUnitsCron, askUsedCron, forgetNamesCron],
	notices: [planToReview, unitAsked],
	objects: { ...planObjects, ...collectionObjects },
	searches: planSearches,
	written: { "competence-plan": writeOutPlan },
	links: {
		[collectPurpose]: {
			path: (token) => `/link/${token}/competence`,
			action: (language) => askedText[language].linkAction,
		},
		[usedPurpose]: {
			path: (token) => `/link/${token}/used-competence`,
			action: (language) => usedText[language].linkAction,
		},
	},
	holders: [planHolder, measureHolder],
};
