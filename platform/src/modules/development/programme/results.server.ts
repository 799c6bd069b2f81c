import type { Work } from "../../../database/work.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { listResults, type ResultRow } from "./admission.store.server.ts";
import { openProgramme } from "./open.server.ts";
import { type LocalProject, rollUp } from "./roll-up.ts";

/** A goal of a project as it is read with the results; its wording is null for others who take part. */
type ReadGoal = LocalProject["goals"][number] & { readonly wording: string | null };

/** A project of a programme; whose it is and what it is called are null for others who take part. */
export type ProgrammeProject = Omit<LocalProject, "goals"> & {
	readonly title: string | null;
	readonly organisationName: string | null;
	readonly state: string;
	readonly outcome: string | null;
	readonly goals: readonly ReadGoal[];
};

function goalsOf(rows: readonly ResultRow[]): ReadonlyMap<string, ReadGoal[]> {
	const found = new Map<string, ReadGoal[]>();
	for (const row of rows) {
		const goals = found.get(row.projectId) ?? [];
		found.set(row.projectId, goals);
		const { goalId, servesId, measuredAsId, definition, measuredIn, baseline, value, wording } = row;
		if (goalId !== null)
			goals.push({
				...{ id: goalId, servesId, measuredAsId, baseline, value, wording },
				...{ definition: definition ?? "", measuredIn: measuredIn ?? "" },
			});
	}
	return found;
}

/**
 * What adds up over the projects that have started in a programme, and which are outside each total, with why. Projects of
 * municipalities that gave up their place are left out. Undefined for one that neither keeps it nor takes part.
 */
export async function readResults(work: Work, programmeId: string) {
	const opened = await openProgramme(work, programmeId);
	if (!opened || opened.programme.state === "draft" || !(opened.isOwn || opened.takesPart)) return undefined;
	const { programme, goals, measures } = opened;
	const rows = (await listResults(work, programme)).filter(({ takesPart }) => takesPart);
	const names = await nameOrganisations(
		work,
		rows.flatMap(({ organisationId }) => organisationId ?? []),
	);
	const read = goalsOf(rows);
	const projects = new Map<string, ProgrammeProject>(
		rows.map(({ projectId, title, organisationId, state, outcome }) => [
			projectId,
			{
				...{ id: projectId, title, state, outcome, goals: read.get(projectId) ?? [] },
				organisationName: (organisationId && names.get(organisationId)?.name) || null,
			},
		]),
	);
	return { ...opened, projects, rolled: rollUp(goals, measures, [...projects.values()]) };
}
