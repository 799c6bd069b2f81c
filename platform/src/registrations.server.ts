import { registerAuditKinds, registerAuditWords } from "./identity/audit-words.ts";
import { registerBinding } from "./identity/binding.server.ts";
import { registerLinkPurpose } from "./identity/link-purpose.server.ts";
import { identityObjects } from "./identity/objects.server.ts";
import { registerOwnData } from "./identity/own-data.server.ts";
import { registerRoleWords } from "./identity/role-words.ts";
import { sweepIdentity, sweepIdentityCron } from "./identity/sweep.server.ts";
import { registerTokenArea } from "./identity/token-area.ts";
import { previewImportJob, sweepImports, sweepImportsCron, takeInJob } from "./import/jobs.server.ts";
import { registerImportKind, registerImportWay } from "./import/kind.server.ts";
import { importOwnData } from "./import/own-data.server.ts";
import { jobAuditKinds, jobAuditWords } from "./job/audit-words.ts";
import { jobEnded } from "./job/ended.server.ts";
import { jobObjects } from "./job/objects.server.ts";
import { registerJobs } from "./job/registry.server.ts";
import type { Registrations } from "./job/task.server.ts";
import { findWaitingJobs } from "./job/waiting.server.ts";
import { agreementAuditKinds, agreementAuditWords } from "./modules/agreement/audit-words.ts";
import { agreementInvited } from "./modules/agreement/coverage/notices.ts";
import { countExchanges, exchangeMeasures } from "./modules/agreement/exchange/service.server.ts";
import { followAuditKinds, followAuditWords } from "./modules/agreement/follow/audit-words.ts";
import { resultPurpose } from "./modules/agreement/follow/results.server.ts";
import { followText } from "./modules/agreement/follow/text.ts";
import { findSlipping } from "./modules/agreement/follow/waiting.server.ts";
import { agreementMoved, agreementToRenew } from "./modules/agreement/notices.ts";
import { agreementObjects } from "./modules/agreement/objects.server.ts";
import { agreementOwnData } from "./modules/agreement/own-data.server.ts";
import { dealText } from "./modules/agreement/pages/deal.text.ts";
import { remindRenewalCron, remindRenewalTask } from "./modules/agreement/remind.server.ts";
import { answerPurpose as agreementPurpose, signPurpose } from "./modules/agreement/service.server.ts";
import { findWaitingAgreements } from "./modules/agreement/waiting.server.ts";
import { meetingCalendar } from "./modules/meeting/calendar.server.ts";
import { meetingCalled, meetingCancelled, minutesReady } from "./modules/meeting/notices.ts";
import { pagesText as meetingPagesText } from "./modules/meeting/pages/meeting.text.ts";
import {
	meetingAuditKinds,
	meetingAuditWords,
	meetingObjects,
	meetingOwnData,
} from "./modules/meeting/registered.server.ts";
import { answerPurpose } from "./modules/meeting/service.server.ts";
import { findWaitingMeetings } from "./modules/meeting/waiting.server.ts";
import { organisationAuditKinds, organisationAuditWords } from "./modules/organisation/audit-words.ts";
import { importAuditWords } from "./modules/organisation/import/audit-words.ts";
import { organisationImports, publicFactsWay } from "./modules/organisation/import/kinds.server.ts";
import { organisationObjects } from "./modules/organisation/objects.server.ts";
import { carryOverJob } from "./modules/organisation/register/jobs.server.ts";
import { forgetPeople, forgetPeopleCron } from "./modules/organisation/retention/forget.server.ts";
import { organisationText } from "./modules/organisation/text.ts";
import { findWaitingInOrganisation } from "./modules/organisation/waiting.server.ts";
import { capacityAuditKinds, capacityAuditWords } from "./modules/placement/capacity/audit-words.ts";
import { capacityAsked } from "./modules/placement/capacity/notices.ts";
import { capacityObjects } from "./modules/placement/capacity/objects.server.ts";
import { answerText } from "./modules/placement/capacity/pages/answer.text.ts";
import { capacityPurpose } from "./modules/placement/capacity/service.server.ts";
import { findWaitingCapacity } from "./modules/placement/capacity/waiting.server.ts";
import { placementImports } from "./modules/placement/import/kinds.server.ts";
import { countPlacements } from "./modules/placement/publish/delivered.server.ts";
import { publishJob } from "./modules/placement/publish/jobs.server.ts";
import { placementPublished, placementUnanswered, placementWithdrawn } from "./modules/placement/publish/notices.ts";
import { placementOwnData } from "./modules/placement/publish/own-data.server.ts";
import { remindPlacementsCron, remindPlacementsTask } from "./modules/placement/publish/remind.server.ts";
import { publishText } from "./modules/placement/publish/text.ts";
import { findWaitingPlacements } from "./modules/placement/publish/waiting.server.ts";
import { requestAnswered, requestSent } from "./modules/placement/request/notices.ts";
import { requestPurpose } from "./modules/placement/request/service.server.ts";
import { requestText } from "./modules/placement/request/text.ts";
import { rosterAuditKinds, rosterAuditWords } from "./modules/placement/roster/audit-words.ts";
import { bindStudents } from "./modules/placement/roster/bind.server.ts";
import { rosterObjects } from "./modules/placement/roster/objects.server.ts";
import { rosterOwnData } from "./modules/placement/roster/own-data.server.ts";
import { forgetStudentsCron, forgetStudentsTask } from "./modules/placement/roster/retention.server.ts";
import { wishPurpose } from "./modules/placement/roster/service.server.ts";
import { rosterText } from "./modules/placement/roster/text.ts";
import { findWaitingWishes } from "./modules/placement/roster/waiting.server.ts";
import { runJob } from "./modules/placement/round/jobs.server.ts";
import { roundAuditKinds, roundAuditWords, roundObjects } from "./modules/placement/round/registered.server.ts";
import { verifyJob } from "./modules/placement/round/verify.server.ts";
import { noticeAuditKinds, noticeAuditWords } from "./notice/audit-words.ts";
import type { CalendarSource } from "./notice/calendar-source.ts";
import type { NoticeKind } from "./notice/kind.ts";
import { registerCalendars, registerNotices } from "./notice/registry.server.ts";
import { noticeCron, noticeSweeps, noticeTasks } from "./notice/tasks.server.ts";
import { findWaitingMail } from "./notice/waiting.server.ts";
import { registerDelivery } from "./registry/deliveries.server.ts";
import { registerObjectKind } from "./registry/objects.server.ts";
import { registerWaiting } from "./registry/waiting.server.ts";

/**
 * What the rooms give the house: jobs, kinds of notices, where calendars take their events from. A room adds its own
 * here, and nowhere else; the kernel never imports a room.
 */
const notices: readonly NoticeKind[] = [
	jobEnded,
	capacityAsked,
	requestSent,
	requestAnswered,
	placementPublished,
	placementUnanswered,
	placementWithdrawn,
	agreementInvited,
	agreementMoved,
	agreementToRenew,
	meetingCalled,
	meetingCancelled,
	minutesReady,
];
const calendars: readonly CalendarSource[] = [meetingCalendar];

export const registrations: Registrations = {
	jobs: [previewImportJob, takeInJob, carryOverJob, runJob, verifyJob, publishJob],
	tasks: [
		...noticeTasks,
		sweepIdentity,
		sweepImports,
		forgetPeople,
		forgetStudentsTask,
		remindPlacementsTask,
		remindRenewalTask,
	],
	cron: [
		...noticeCron,
		sweepIdentityCron,
		sweepImportsCron,
		forgetPeopleCron,
		forgetStudentsCron,
		remindPlacementsCron,
		remindRenewalCron,
	],
	sweeps: [...noticeSweeps],
};

registerJobs(registrations.jobs);
registerNotices(notices);
registerCalendars(calendars);
registerAuditWords({ ...organisationAuditWords, ...importAuditWords, ...jobAuditWords, ...noticeAuditWords });
registerAuditWords(followAuditWords);
registerAuditKinds(followAuditKinds);
registerAuditWords(agreementAuditWords);
registerAuditKinds(agreementAuditKinds);
registerAuditWords({ ...capacityAuditWords, ...rosterAuditWords, ...roundAuditWords });
registerAuditWords(meetingAuditWords);
registerAuditKinds(meetingAuditKinds);
registerAuditKinds({ ...capacityAuditKinds, ...rosterAuditKinds, ...roundAuditKinds });
registerAuditKinds({ ...organisationAuditKinds, ...jobAuditKinds, ...noticeAuditKinds });
for (const part of [...importOwnData, ...agreementOwnData, ...rosterOwnData, ...placementOwnData, ...meetingOwnData])
	registerOwnData(part);
for (const [kind, find] of Object.entries({
	...identityObjects,
	...jobObjects,
	...organisationObjects,
	...agreementObjects,
	...capacityObjects,
	...rosterObjects,
	...roundObjects,
	...meetingObjects,
}))
	registerObjectKind(kind, find);
for (const kind of organisationImports) registerImportKind(kind);
for (const kind of placementImports) registerImportKind(kind);
registerImportWay(publicFactsWay);
registerWaiting("organisation", findWaitingInOrganisation);
registerWaiting("job", findWaitingJobs);
registerWaiting("placement.capacity", findWaitingCapacity);
registerWaiting("placement.wishes", findWaitingWishes);
registerWaiting("placement.placements", findWaitingPlacements);
registerWaiting("meeting", findWaitingMeetings);
registerWaiting("notice", findWaitingMail);
registerWaiting("agreement", findWaitingAgreements);
registerWaiting("agreement.following", findSlipping);
registerDelivery("placements", countPlacements);
for (const measure of exchangeMeasures) registerDelivery(measure, countExchanges);
registerBinding("placement", bindStudents);
registerLinkPurpose(resultPurpose, {
	path: (token) => `/link/${token}/result`,
	action: (language) => followText[language].results.openLink,
});
registerLinkPurpose(capacityPurpose, {
	path: (token) => `/link/${token}/capacity`,
	action: (language) => answerText[language].answerTitle,
});
registerLinkPurpose(requestPurpose, {
	path: (token) => `/link/${token}/request`,
	action: (language) => requestText[language].openLink,
});
registerLinkPurpose(wishPurpose, {
	path: (token) => `/link/${token}/wishes`,
	action: (language) => rosterText[language].link.action,
});
registerLinkPurpose(answerPurpose, {
	path: (token) => `/link/${token}/meeting`,
	action: (language) => meetingPagesText[language].linkAction,
});
registerLinkPurpose("placement-confirm", {
	path: (token) => `/link/${token}/confirm`,
	action: (language) => publishText[language].linkActions.confirm,
});
registerLinkPurpose("placement-answer", {
	path: (token) => `/link/${token}/placement`,
	action: (language) => publishText[language].linkActions.answer,
});
registerLinkPurpose(agreementPurpose, {
	path: (token) => `/link/${token}/agreement`,
	action: (language) => dealText[language].openAnswer,
});
registerLinkPurpose(signPurpose, {
	path: (token) => `/link/${token}/sign-agreement`,
	action: (language) => dealText[language].openSign,
});
registerRoleWords({ nb: organisationText.nb.roles, nn: organisationText.nn.roles, en: organisationText.en.roles });
registerTokenArea({
	area: "organisation",
	title: {
		nb: "organisasjoner, enheter og personer",
		nn: "organisasjonar, einingar og personar",
		en: "organisations, units and people",
	},
});
registerTokenArea({
	area: "agreement",
	title: { nb: "avtaler", nn: "avtalar", en: "agreements" },
});
registerTokenArea({
	area: "placement",
	title: {
		nb: "praksis: emner, studenter, ønsker, kapasitet, bestillinger og runder",
		nn: "praksis: emne, studentar, ønske, kapasitet, tingingar og rundar",
		en: "placement: courses, students, wishes, capacity, requests and rounds",
	},
});
