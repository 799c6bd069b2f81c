import { forms } from "./forms/registered.server.ts";
import { identityObjects } from "./identity/objects.server.ts";
import { sweepIdentity, sweepIdentityCron } from "./identity/sweep.server.ts";
import { previewImportJob, sweepImports, sweepImportsCron, takeInJob } from "./import/jobs.server.ts";
import { importOwnData } from "./import/own-data.server.ts";
import { involvementAuditWords } from "./involvement/audit-words.ts";
import { jobAuditKinds, jobAuditWords } from "./job/audit-words.ts";
import { jobEnded } from "./job/ended.server.ts";
import { jobObjects } from "./job/objects.server.ts";
import { findWaitingJobs } from "./job/waiting.server.ts";
import { agreement } from "./modules/agreement/registered.server.ts";
import { competence } from "./modules/competence/registered.server.ts";
import { development } from "./modules/development/registered.server.ts";
import { funding } from "./modules/funding/registered.server.ts";
import { meeting } from "./modules/meeting/registered.server.ts";
import { organisation } from "./modules/organisation/registered.server.ts";
import { placement } from "./modules/placement/registered.server.ts";
import { noticeAuditKinds, noticeAuditWords } from "./notice/audit-words.ts";
import { noticeCron, noticeSweeps, noticeTasks } from "./notice/tasks.server.ts";
import { findWaitingMail } from "./notice/waiting.server.ts";
import { type Room, registerRooms } from "./room.server.ts";

/** What the kernel gives itself, in the shape of a room. */
const kernel: Room = {
	jobs: [previewImportJob, takeInJob],
	tasks: [...noticeTasks, sweepIdentity, sweepImports],
	cron: [...noticeCron, sweepIdentityCron, sweepImportsCron],
	sweeps: noticeSweeps,
	notices: [jobEnded],
	auditWords: { ...jobAuditWords, ...noticeAuditWords, ...involvementAuditWords },
	auditKinds: { ...jobAuditKinds, ...noticeAuditKinds },
	ownData: importOwnData,
	objects: { ...identityObjects, ...jobObjects },
	waiting: { job: findWaitingJobs, notice: findWaitingMail },
};

/**
 * The rooms of the house. A room tells what it gives in its own `registered.server.ts` and adds its name here, and
 * nowhere else; the kernel never imports a room.
 */
export const registrations = registerRooms([
	kernel,
	forms,
	organisation,
	agreement,
	placement,
	meeting,
	competence,
	development,
	funding,
]);
