import { z } from "zod";
import type { Work } from "../../../../database/work.server.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { nameOrganisations } from "../../../organisation/service.server.ts";
import { askAdaptation, listOwnWishes, readOwnAdaptations, readSelf } from "../service.server.ts";

/** What a student sees of themselves: claims with what was wished, and what they have written to the coordinator. */
export async function loadOwn(work: Work) {
	const students = await readSelf(work);
	const claims = await listOwnWishes(work);
	const keepers = await nameOrganisations(
		work,
		students.map(({ organisationId }) => organisationId),
	);
	return {
		claims: claims.map(({ claim, window, wishes, can }) => ({
			...{ id: claim.id, courseName: claim.courseName, periodName: claim.periodName },
			...{ firstDay: claim.firstDay, lastDay: claim.lastDay, institutionName: claim.institutionName },
			...{ window, can, wishes: wishes.map(({ name, rank }) => ({ name, rank })) },
			/** Nothing more comes of it. */
			isPast: claim.withdrawnAt !== null || claim.lastDay < work.today,
		})),
		students: await Promise.all(
			students.map(async (student) => ({
				...{ id: student.id, name: student.name, institutionName: student.institutionName },
				...readerOf(keepers.get(student.organisationId)),
				adaptations: await readOwnAdaptations(work, student),
			})),
		),
	};
}
/** Who reads what a student writes: the coordinators of whoever keeps the list the student is on; and whether they also take students. */
function readerOf(keeper: { readonly name: string; readonly kind: string } | undefined) {
	return {
		reader: keeper?.name ?? "",
		readerIsHost: keeper !== undefined && !["institution", "vocational-college"].includes(keeper.kind),
	};
}

export type OwnPageData = Awaited<ReturnType<typeof loadOwn>>;

/** Claims with whether a place has come of them. */
export function withPlaces(claims: OwnPageData["claims"], placements: readonly { readonly claimId: string }[]) {
	const placed = new Set(placements.map(({ claimId }) => claimId));
	return claims.map((claim) => ({ ...claim, hasPlace: placed.has(claim.id) }));
}

const asked = z.object({ student: z.uuid(), need: z.string().trim().max(2000).nullable() });

/** Reads and does what a student wrote about adaptation. */
export function parseAsk(form: FormData) {
	return parseForm(asked, form);
}

export function ask(work: Work, { student, need }: z.infer<typeof asked>) {
	return askAdaptation(work, student, need);
}
