import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber } from "../../../../language.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { projectText } from "../../project/text.ts";
import { openProject, undoStatus } from "../../service.server.ts";
import type { Standing } from "../codes.ts";
import { standingStatuses } from "../rules.ts";
import { statusText } from "../text.ts";
import type { Route } from "./+types/statuses";
import { statusPageText } from "./status.text.ts";

/** How a project has stood. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { project, statuses, statusDue, mayChange } = (await openProject(work, params.projectId)) ?? missing();
		const running = project.state === "running";
		return {
			...{ id: project.id, statuses, statusDue, mayAdd: mayChange && running, draft: project.state === "draft" },
			undoable: mayChange && running ? (standingStatuses(statuses)[0]?.id ?? null) : null,
		};
	});
}

const form = z.object({ statusId: id });

/** Undoes the latest. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(form, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => undoStatus(work, params.projectId, parsed.values.statusId));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}/status`, statusPageText[language].undone);
}

const tones: Readonly<Record<Standing, Tone>> = { "as-planned": "success", behind: "warning", stuck: "danger" };

function Stands({ as }: { readonly as: Standing }) {
	return <Status tone={tones[as]}>{statusText[useLanguage()].standings[as]}</Status>;
}

export default function Statuses({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = statusPageText[language];
	const { statuses, statusDue, undoable, mayAdd, draft } = loaderData;
	const number = (value: number | null) => (value === null ? null : formatNumber(language, value));
	const add = { to: `/development/projects/${loaderData.id}/status/new`, label: text.add };
	if (statuses.length === 0)
		return (
			<EmptyState title={text.none} {...(mayAdd ? { action: add } : {})}>
				{draft ? text.notRunning : text.noneBody}
			</EmptyState>
		);
	return (
		<Section
			title={text.title}
			lead={`${text.lead} ${statusDue === null ? "" : text.due(formatDate(language, statusDue))}`}
		>
			<Timeline
				events={[...statuses]
					.reverse()
					.sort((one, other) => other.onDay.localeCompare(one.onDay))
					.map((one) => {
						const used = text.used(number(one.hoursUsed), number(one.kronerUsed));
						const parts = [
							[text.did, one.done],
							[text.willDo, one.next],
							[text.hinder, one.hinder],
							[text.usedLabel, used],
						] as const;
						return {
							...{ id: one.id, at: one.onDay, by: text.by(one.recordedBy || text.program) },
							title:
								one.undoneAt === null ? (
									<Stands as={one.standing} />
								) : (
									<s>
										<Stands as={one.standing} />
									</s>
								),
							children: (
								<>
									{parts.map(
										([label, value]) =>
											value !== "" && (
												<p key={label} className="ds-paragraph pre-line">
													<strong>{label}:</strong> {value}
												</p>
											),
									)}
									{one.undoneAt !== null && <p className="quiet">{text.undoneMark(one.undoneBy || text.program)}</p>}
									{one.id === undoable && (
										<TaskForm
											refused={actionData}
											say={saying(language, projectText[language].refusals)}
											className=""
											prefix="undo-"
										>
											<input type="hidden" name="statusId" value={one.id} />
											<SubmitButton variant="tertiary">{text.undo}</SubmitButton>
										</TaskForm>
									)}
								</>
							),
						};
					})}
			/>
		</Section>
	);
}
