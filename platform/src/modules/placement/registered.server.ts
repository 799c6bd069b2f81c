import type { Room } from "../../room.server.ts";
import { capacityAuditKinds, capacityAuditWords } from "./capacity/audit-words.ts";
import { siteHolder } from "./capacity/holder.server.ts";
import { capacityAsked } from "./capacity/notices.ts";
import { capacityObjects } from "./capacity/objects.server.ts";
import { answerText } from "./capacity/pages/answer.text.ts";
import { capacityPurpose } from "./capacity/service.server.ts";
import { findWaitingCapacity } from "./capacity/waiting.server.ts";
import { askEvaluationsCron, askEvaluationsTask, placementEvaluate } from "./evaluate/ask.server.ts";
import { evaluationOwnData } from "./evaluate/own-data.server.ts";
import { evaluatePurpose } from "./evaluate/service.server.ts";
import { evaluateText } from "./evaluate/text.ts";
import { findWaitingEvaluations } from "./evaluate/waiting.server.ts";
import { placementImports } from "./import/kinds.server.ts";
import { countPlacements } from "./publish/delivered.server.ts";
import { publishJob } from "./publish/jobs.server.ts";
import { supervisedByName } from "./publish/left-behind.server.ts";
import { followDaysCron, followDaysTask } from "./publish/life.server.ts";
import { placementPublished, placementUnanswered, placementWithdrawn } from "./publish/notices.ts";
import { placementOwnData } from "./publish/own-data.server.ts";
import { remindPlacementsCron, remindPlacementsTask } from "./publish/remind.server.ts";
import { publishText } from "./publish/text.ts";
import {
	placementCancelled,
	placementDeclined,
	placementReconsider,
	placementReconsidered,
	placementReplan,
	placementRestored,
	placementsAtHost,
	tellPlacementTask,
} from "./publish/told.server.ts";
import { findWaitingPlacements } from "./publish/waiting.server.ts";
import { requestAnswered, requestSent, requestUnanswered } from "./request/notices.ts";
import { remindRequestsCron, remindRequestsTask } from "./request/remind.server.ts";
import { requestPurpose } from "./request/service.server.ts";
import { requestText } from "./request/text.ts";
import { rosterAuditKinds, rosterAuditWords } from "./roster/audit-words.ts";
import { bindStudents } from "./roster/bind.server.ts";
import { rosterObjects } from "./roster/objects.server.ts";
import { rosterOwnData } from "./roster/own-data.server.ts";
import { forgetStudentsCron, forgetStudentsTask } from "./roster/retention.server.ts";
import { wishPurpose } from "./roster/service.server.ts";
import { rosterText } from "./roster/text.ts";
import { findWaitingNeeds, findWaitingWishes } from "./roster/waiting.server.ts";
import { runJob } from "./round/jobs.server.ts";
import { reasonsJob } from "./round/reasons.server.ts";
import { roundAuditKinds, roundAuditWords, roundObjects, roundSearches } from "./round/registered.server.ts";
import { verifyJob } from "./round/verify.server.ts";
import { findPlacementShortcuts } from "./shortcuts.server.ts";

/** What the room placement gives the house. */
export const placement: Room = {
	jobs: [runJob, verifyJob, publishJob, reasonsJob],
	tasks: [
		askEvaluationsTask,
		followDaysTask,
		forgetStudentsTask,
		remindPlacementsTask,
		remindRequestsTask,
		tellPlacementTask,
	],
	cron: [askEvaluationsCron, followDaysCron, forgetStudentsCron, remindPlacementsCron, remindRequestsCron],
	notices: [
		capacityAsked,
		requestSent,
		requestUnanswered,
		requestAnswered,
		placementPublished,
		placementUnanswered,
		placementWithdrawn,
		placementsAtHost,
		placementDeclined,
		placementRestored,
		placementReconsider,
		placementReconsidered,
		placementReplan,
		placementCancelled,
		placementEvaluate,
	],
	auditWords: { ...capacityAuditWords, ...rosterAuditWords, ...roundAuditWords },
	auditKinds: { ...capacityAuditKinds, ...rosterAuditKinds, ...roundAuditKinds },
	ownData: [...rosterOwnData, ...placementOwnData, ...evaluationOwnData],
	objects: { ...capacityObjects, ...rosterObjects, ...roundObjects },
	searches: roundSearches,
	holders: [siteHolder],
	leftBehind: [supervisedByName],
	imports: placementImports,
	shortcuts: { placement: findPlacementShortcuts },
	waiting: {
		"placement.capacity": findWaitingCapacity,
		"placement.needs": findWaitingNeeds,
		"placement.wishes": findWaitingWishes,
		"placement.placements": findWaitingPlacements,
		"placement.evaluations": findWaitingEvaluations,
	},
	deliveries: { placements: countPlacements },
	bindings: { placement: bindStudents },
	links: {
		[capacityPurpose]: {
			path: (token) => `/link/${token}/capacity`,
			action: (language) => answerText[language].answerTitle,
		},
		[requestPurpose]: {
			path: (token) => `/link/${token}/request`,
			action: (language) => requestText[language].openLink,
		},
		[wishPurpose]: {
			path: (token) => `/link/${token}/wishes`,
			action: (language) => rosterText[language].link.action,
		},
		"placement-confirm": {
			path: (token) => `/link/${token}/confirm`,
			action: (language) => publishText[language].linkActions.confirm,
		},
		[evaluatePurpose]: {
			path: (token) => `/link/${token}/evaluation`,
			action: (language) => evaluateText[language].linkAction,
		},
		"placement-answer": {
			path: (token) => `/link/${token}/placement`,
			action: (language) => publishText[language].linkActions.answer,
		},
	},
	tokenAreas: {
		placement: {
			nb: "praksis: emner, studenter, ønsker, kapasitet, bestillinger og runder",
			nn: "praksis: emne, studentar, ønske, kapasitet, tingingar og rundar",
			en: "placement: courses, students, wishes, capacity, requests and rounds",
		},
	},
};
