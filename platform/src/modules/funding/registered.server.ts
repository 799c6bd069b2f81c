import type { LinkPurpose } from "../../identity/link-purpose.server.ts";
import type { Room } from "../../room.server.ts";
import { applicationMoved } from "./apply/notices.ts";
import { findWaitingApplications } from "./apply/waiting.server.ts";
import { assessmentOwnData } from "./assess/own-data.ts";
import { findWaitingAssessments } from "./assess/waiting.server.ts";
import { fundingAuditKinds, fundingAuditWords } from "./audit-words.ts";
import { costImport } from "./award/import/importer.server.ts";
import { findWaitingAwards } from "./award/waiting.server.ts";
import { writeOutCall } from "./call/written.server.ts";
import { needPurpose } from "./collect/service.server.ts";
import { collectText } from "./collect/text.ts";
import { findWaitingNeeds } from "./collect/waiting.server.ts";
import { guidanceMoved } from "./guidance/notices.ts";
import { guideOwnData } from "./guidance/own-data.ts";
import { findWaitingGuidance } from "./guidance/waiting.server.ts";
import { fundingObjects, fundingSearches } from "./objects.server.ts";
import { fundingForms } from "./purposes.ts";
import { findWaitingInterims } from "./report/interim.waiting.server.ts";
import { remindReportCron, remindReportTask, reportDue } from "./report/remind.server.ts";
import { findWaitingReports } from "./report/waiting.server.ts";
import { findFundingShortcuts } from "./shortcuts.server.ts";
import { findWaitingFunding } from "./waiting.server.ts";

const needLink: LinkPurpose = {
	path: (token) => `/link/${token}/funding-need`,
	action: (language) => collectText[language].answerNow,
};

/** What the room funding gives the house. */
export const funding: Room = {
	auditWords: fundingAuditWords,
	auditKinds: fundingAuditKinds,
	forms: fundingForms,
	imports: [costImport],
	notices: [applicationMoved, guidanceMoved, reportDue],
	tasks: [remindReportTask],
	cron: [remindReportCron],
	ownData: [...assessmentOwnData, ...guideOwnData],
	objects: fundingObjects,
	searches: fundingSearches,
	written: { "funding-call": writeOutCall },
	shortcuts: { funding: findFundingShortcuts },
	waiting: {
		funding: findWaitingFunding,
		"funding-needs": findWaitingNeeds,
		"funding-applications": findWaitingApplications,
		"funding-assessments": findWaitingAssessments,
		"funding-awards": findWaitingAwards,
		"funding-reports": findWaitingReports,
		"funding-guidance": findWaitingGuidance,
		"funding-interims": findWaitingInterims,
	},
	links: { [needPurpose]: needLink },
};
