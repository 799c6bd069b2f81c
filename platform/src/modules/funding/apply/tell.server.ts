import type { Work } from "../../../database/work.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { type ApplicationStep, applicationMoved } from "./notices.ts";
import { listPeopleOf } from "./store.server.ts";

const applying = ["grants-coordinator", "administrator", "manager"];
const giving = ["case-officer", "administrator", "manager"];

/** Tells those who apply for organisations what happened to an application. */
export async function tellApplicants(
	work: Work,
	organisationIds: readonly string[],
	told: { readonly step: ApplicationStep; readonly title: string; readonly by: string; readonly link: string },
): Promise<void> {
	await tell(work, organisationIds, applying, told);
}

/** Tells those who answer for the calls of an organisation. */
export async function tellGivers(
	work: Work,
	organisationId: string,
	told: { readonly step: ApplicationStep; readonly title: string; readonly by: string; readonly link: string },
): Promise<void> {
	await tell(work, [organisationId], giving, told);
}

async function tell(
	work: Work,
	organisationIds: readonly string[],
	roles: readonly string[],
	{
		step,
		title,
		by,
		link,
	}: { readonly step: ApplicationStep; readonly title: string; readonly by: string; readonly link: string },
): Promise<void> {
	const found = await Promise.all([...new Set(organisationIds)].map((id) => listPeopleOf(work, id, roles)));
	const own = work.actor.kind === "person" ? work.actor.personId : "";
	const personIds = found.flat().filter((id) => id !== own);
	if (personIds.length > 0)
		await notify(work, { kind: applicationMoved, personIds, detail: { step, title, by }, link });
}
