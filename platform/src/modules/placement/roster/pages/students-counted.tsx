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
import { mandateOf } from "../../../organisation/service.server.ts";
import { listPeriodChoices } from "../../course/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { countedStudents } from "../contract.ts";
import { createCounted } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/students-counted";
import { claimText } from "./claim.text.ts";
import { periodLabel } from "./period-label.ts";
import { studentsText } from "./students.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const periods = await listPeriodChoices(work);
		return { periods: periods.map((period) => ({ value: period.id, label: periodLabel(language, period) })) };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(countedStudents, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => createCounted(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const { count } = outcome.done;
	return redirectWithToast(
		`/placement/students?period=${parsed.values.periodId}`,
		claimText[language].countedDone(count),
	);
}

export default function StudentsCounted({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const claimWords = claimText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(claimWords.countedTitle)}</title>
			<PageHeader
				title={claimWords.countedTitle}
				lead={claimWords.countedLead}
				trail={[{ to: "/placement/students", label: text.title }]}
			/>
			{loaderData.periods.length === 0 ? (
				<EmptyState title={claimWords.noPeriods} action={{ to: "/placement/courses", label: claimWords.toCourses }}>
					{claimWords.noPeriodsBody}
				</EmptyState>
			) : (
				<TaskForm refused={actionData} labels={text.fields} say={saying(language, rosterText[language].refusals)}>
					<Field name="periodId" kind="select" required width="full" choices={loaderData.periods} />
					<Field name="count" kind="number" whole required hint={text.hints.count} />
					<div className="task-buttons">
						<SubmitButton>{claimWords.countedCreate}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to="/placement/students">
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
