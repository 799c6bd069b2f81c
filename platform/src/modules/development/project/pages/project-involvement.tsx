import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { involvedRoles, phases, type Timeliness } from "../../../../involvement/rules.ts";
import { involvementText } from "../../../../involvement/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { involveInProject, openProject, readProjectInvolvement } from "../../service.server.ts";
import { projectText } from "../text.ts";
import type { Route } from "./+types/project-involvement";
import { projectPageText } from "./project.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { project, mayChange } = (await openProject(work, params.projectId)) ?? missing();
		const settled = project.state !== "draft";
		return { ...(await readProjectInvolvement(work, project.id)), settled, mayChange, today: work.today };
	});
}

const form = z.object({
	role: z.enum(involvedRoles),
	phase: z.enum(phases),
	on: z.iso.date(),
	note: z.string().trim().max(500).default(""),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(form, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => involveInProject(work, params.projectId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}/involvement`, projectPageText[language].involved);
}

const tones: Readonly<Record<Timeliness, Tone>> = { early: "success", late: "warning", never: "danger" };

/** Who took part in the project, and who came late or not at all. */
export default function ProjectInvolvementPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = projectPageText[language];
	const words = involvementText[language];
	const { roles, recorded, settled, mayChange, today } = loaderData;
	const late = roles.filter(({ timeliness }) => timeliness === "late" || (settled && timeliness === "never"));
	return (
		<>
			{late.length > 0 && (
				<Alert tone="warning">
					{text.lateWarning(late.map(({ role }) => words.role[role].toLocaleLowerCase("nb")).join(", "))}
				</Alert>
			)}
			<Section title={text.roles} lead={text.involvementLead}>
				<Table
					caption={text.roles}
					hideCaption
					rows={roles}
					rowKey={(row) => row.role}
					columns={[
						{ key: "role", label: text.fields.role, cell: (row) => words.role[row.role] },
						{
							...{ key: "timeliness", label: text.firstWhen },
							cell: (row) => (
								<Status tone={row.timeliness === "never" && !settled ? "neutral" : tones[row.timeliness]}>
									{words.timeliness[row.timeliness]}
								</Status>
							),
						},
					]}
				/>
			</Section>
			<Section title={text.recordedTitle}>
				{recorded.length === 0 ? (
					<p className="quiet">{text.noInvolvement}</p>
				) : (
					<Table
						caption={text.recordedTitle}
						hideCaption
						rows={recorded}
						rowKey={(row) => row.id}
						columns={[
							{ key: "on", label: text.fields.on, cell: (row) => formatShortDate(language, row.on) },
							{ key: "role", label: text.fields.role, cell: (row) => words.role[row.role] },
							{ key: "phase", label: text.fields.phase, cell: (row) => words.phase[row.phase] },
							{ key: "note", label: text.fields.note, cell: (row) => row.note ?? "" },
						]}
					/>
				)}
			</Section>
			{mayChange && (
				<Section title={text.addInvolvement}>
					<TaskForm
						refused={actionData}
						values={{ on: today }}
						labels={text.fields}
						say={saying(language, projectText[language].refusals)}
					>
						<Field
							name="role"
							kind="select"
							required
							choices={involvedRoles.map((one) => ({ value: one, label: words.role[one] }))}
						/>
						<Field
							name="phase"
							kind="select"
							required
							choices={phases.map((one) => ({ value: one, label: words.phase[one] }))}
						/>
						<Field name="on" kind="date" max={today} required />
						<Field name="note" kind="textarea" rows={2} maxLength={500} hint={text.hints.note} />
						<SubmitButton>{text.addInvolvement}</SubmitButton>
					</TaskForm>
				</Section>
			)}
		</>
	);
}
