import type { Work } from "../../../database/work.server.ts";
import { findAdmission, listOwnAdmissions } from "./admission.store.server.ts";
import type { AdmissionState, Measure, ProgrammeGoal } from "./contract.ts";
import * as store from "./store.server.ts";

/** A place in a programme that a project can be part of. */
export type Place = { readonly admissionId: string; readonly programmeId: string; readonly title: string };

/** The places the organisation has in programmes that have not closed. */
export async function placesOf(work: Work, organisationId: string): Promise<readonly Place[]> {
	const admitted = (await listOwnAdmissions(work, organisationId)).filter(({ state }) => state === "admitted");
	const places: Place[] = [];
	for (const { id, programmeId, title } of admitted) {
		const programme = await store.findProgramme(work, programmeId);
		if (programme && programme.state !== "closed") places.push({ admissionId: id, programmeId, title });
	}
	return places;
}

/** The programme a project is part of, with what its goals can serve and how they are measured alike. */
export type ServedProgramme = {
	readonly id: string;
	readonly title: string;
	/** Of the place: withdrawn where it was given up. */
	readonly state: AdmissionState;
	readonly admissionId: string;
	readonly goals: readonly ProgrammeGoal[];
	readonly measures: readonly Measure[];
};

/** Null for a project that is part of no programme. */
export async function programmeOf(work: Work, admissionId: string | null): Promise<ServedProgramme | null> {
	const admission = admissionId === null ? undefined : await findAdmission(work, admissionId);
	const programme = admission && (await store.findProgramme(work, admission.programmeId));
	if (!admission || !programme) return null;
	return {
		...{ id: programme.id, title: programme.title, state: admission.state, admissionId: admission.id },
		goals: await store.listProgrammeGoals(work, programme),
		measures: await store.listMeasures(work, programme),
	};
}
