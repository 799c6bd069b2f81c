import { data, Link } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { listPeriodChoices } from "../../course/service.server.ts";
import { claimValues } from "../contract.ts";
import { addClaim, readStudent } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/claim-new";
import { claimText } from "./claim.text.ts";
import { periodLabel } from "./period-label.ts";
import { studentsText } from "./students.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { student, can, claims } = (await readStudent(work, params.studentId)) ?? missing();
		if (!can.change) missing();
		const held = claims.filter((claim) => claim.withdrawnAt === null).map((claim) => claim.periodId);
		const periods = (await listPeriodChoices(work)).filter(
			(period) => period.institutionId === student.institutionId && !held.includes(period.id),
		);
		return {
			student: { id: student.id, name: student.name },
			periods: periods.map((period) => ({ value: period.id, label: periodLabel(language, period) })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(claimValues, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => addClaim(work, params.studentId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/placement/students/${params.studentId}`, claimText[language].claimCreated);
}

export default function ClaimNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const claimWords = claimText[language];
	const { student, periods } = loaderData;
	const page = `/placement/students/${student.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(claimWords.claimTitle)}</title>
			<PageHeader
				title={claimWords.claimTitle}
				trail={[
					{ to: "/placement/students", label: text.title },
					{ to: page, label: student.name },
				]}
			/>
			{periods.length === 0 ? (
				<EmptyState title={claimWords.noPeriods} action={{ to: "/placement/courses", label: claimWords.toCourses }}>
					{claimWords.noPeriodsBody}
				</EmptyState>
			) : (
				<TaskForm
					refused={actionData}
					values={{ priority: 1 }}
					labels={text.fields}
					say={saying(language, rosterText[language].refusals)}
				>
					<Field name="periodId" kind="select" required width="full" choices={periods} />
					<Field name="priority" kind="number" whole required hint={text.hints.priority} />
					<Field name="priorityReason" maxLength={200} width="full" required="sometimes" />
					<div className="task-buttons">
						<SubmitButton>{claimWords.claimCreate}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={page}>
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
