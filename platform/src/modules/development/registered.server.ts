import type { Room } from "../../room.server.ts";
import { developmentAuditKinds, developmentAuditWords } from "./audit-words.ts";
import { followUpDue } from "./ending/notices.ts";
import { askFollowUpCron, askFollowUpTask } from "./ending/remind.server.ts";
import { askTakeHomeCron, askTakeHomeTask } from "./gathering/ask.server.ts";
import { takeHomePurpose } from "./gathering/purpose.ts";
import { gatheringText } from "./gathering/text.ts";
import { findWaitingGatherings } from "./gathering/waiting.server.ts";
import { helpObjects } from "./help/objects.server.ts";
import { findWaitingHelp } from "./help/waiting.server.ts";
import { needObjects } from "./knowledge/objects.server.ts";
import { networkImport } from "./network/import/importer.server.ts";
import { networkObjects, networkSearches } from "./network/objects.server.ts";
import { cardStale } from "./practice/notices.ts";
import { cardObjects, cardSearches } from "./practice/objects.server.ts";
import { askCardCron, askCardTask } from "./practice/remind.server.ts";
import { findWaitingCards } from "./practice/waiting.server.ts";
import { programmeObjects, programmeSearches } from "./programme/objects.server.ts";
import { projectHolder } from "./project/holder.server.ts";
import { projectObjects, projectSearches } from "./project/objects.server.ts";
import { findWaitingProjects } from "./project/waiting.server.ts";
import { researchObjects } from "./research/objects.server.ts";
import { findWaitingResearch } from "./research/waiting.server.ts";
import { findDevelopmentShortcuts } from "./shortcuts.server.ts";

/** What the room development gives the house. */
export const development: Room = {
	auditWords: developmentAuditWords,
	auditKinds: developmentAuditKinds,
	shortcuts: { development: findDevelopmentShortcuts },
	waiting: {
		development: findWaitingProjects,
		"development-cards": findWaitingCards,
		"development-gatherings": findWaitingGatherings,
		research: findWaitingResearch,
		help: findWaitingHelp,
	},
	tasks: [askFollowUpTask, askCardTask, askTakeHomeTask],
	cron: [askFollowUpCron, askCardCron, askTakeHomeCron],
	notices: [followUpDue, cardStale],
	objects: {
		...projectObjects,
		...networkObjects,
		...programmeObjects,
		...cardObjects,
		...needObjects,
		...researchObjects,
		...helpObjects,
	},
	searches: { ...projectSearches, ...networkSearches, ...programmeSearches, ...cardSearches },
	holders: [projectHolder],
	imports: [networkImport],
	links: {
		[takeHomePurpose]: {
			path: (token) => `/link/${token}/take-home`,
			action: (language) => gatheringText[language].mail.action,
		},
	},
};
