import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { whoAnswers } from "../../organisation/service.server.ts";
import { whoHas } from "./answer.server.ts";
import type { EnquiryRefusal } from "./contract.ts";
import { openEnquiry } from "./open.server.ts";
import { leading, nextTelling } from "./rules.ts";
import * as store from "./store.server.ts";
import { type Contact, deliver, type Telling, tellAsker } from "./tell.server.ts";

/** How long an enquiry is kept after it was settled, years: as long as the cooperation it was about is followed up. */
const keptYears = 5;

/**
 * Reminds of an enquiry whose day is behind: first whoever has it, and after some days those who lead the receiver. The
 * asker is told of the second. Run again the same day, it finds nothing to do.
 */
export async function remindOfEnquiry(
	work: Work,
	enquiryId: string,
	telling: Telling,
): Promise<Outcome<"remind" | "escalate" | null, EnquiryRefusal>> {
	const opened = await openEnquiry(work, enquiryId);
	if (opened.refused) return opened;
	const { enquiry, readers, fromName, toName } = opened.done;
	const next = nextTelling(enquiry, work.today);
	if (next === null) return done(null);
	const what = next === "remind" ? "reminded" : "escalated";
	const change = next === "remind" ? { reminded_on: work.today } : { escalated_on: work.today };
	if (!(await store.updateEnquiry(work, enquiry, change))) return done(null);
	const contact = next === "remind" ? await whoHas(work, opened.done) : await whoLeads(work, enquiry.receiverId);
	await deliver(work, { ...enquiry, from: fromName }, contact, telling, what);
	const nobody = { byOrganisationId: null, byId: null, byName: "" };
	await store.insertStep(work, enquiry, { ...nobody, what, body: "" }, readers);
	if (next === "escalate") await tellAsker(work, enquiry, { what, by: toName, note: "" });
	await record(work, { verb: `enquiry.${next}`, objectKind: "enquiry", objectId: enquiryId });
	return done(next);
}

/** Those who lead an organisation, else whoever answers for what nobody else answers for. */
async function whoLeads(work: Work, organisationId: string): Promise<Contact> {
	const personIds = await store.listPeopleAt(work, organisationId, leading);
	const { name, email } = await whoAnswers(work, { organisationId, responsibility: "general" });
	return { personIds, contactId: null, contactName: name, contactEmail: email };
}

/** Once a day: what nobody has answered is reminded of, and what was settled long ago is removed. */
export const remindEnquiriesTask: Task = {
	name: "meeting.enquiries",
	async run({ database, configuration, log }) {
		const telling = { mails: configuration.mail.smtpUrl !== undefined, language: "nb" as const };
		for (const { organisationId, id } of await database.reading(system("enquiry reminders"), store.listLate)) {
			const reminded = await database.commanding(system("enquiry reminders", organisationId), (work) =>
				remindOfEnquiry(work, id, telling),
			);
			log.info({ reminded: reminded.done ?? null }, "an enquiry without an answer is reminded of");
		}
		const forgotten = await database.commanding(system("enquiry retention"), async (work) =>
			done(await store.forgetSettled(work, addDays(work.today, -365 * keptYears))),
		);
		log.info({ forgotten: forgotten.done }, "enquiries settled long ago are removed");
	},
};

export const remindEnquiriesCron: Cron = { pattern: "47 6 * * *", task: remindEnquiriesTask.name };
