import { data, Form, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { claimChange } from "../contract.ts";
import { changeClaim, listCompanions, readClaim, readStudent, withdrawClaim } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/claim-edit";
import { claimText } from "./claim.text.ts";
import { daysOf } from "./period-label.ts";
import { studentsText } from "./students.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { student, can } = (await readStudent(work, params.studentId)) ?? missing();
		const claim = (await readClaim(work, params.claimId)) ?? missing();
		if (!can.change || claim.withdrawnAt !== null || claim.studentId !== student.id) missing();
		const companions = await listCompanions(work, claim);
		const standing = companions.find((other) => claim.together !== null && other.together === claim.together);
		return {
			...{ claim, student: { id: student.id, name: student.name } },
			companions: companions.map((other) => ({ value: other.id, label: other.studentName })),
			togetherWith: standing?.id ?? "",
		};
	});
}

const withdrawal = z.object({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const text = studentsText[language];
	const claimWords = claimText[language];
	const page = `/placement/students/${params.studentId}`;
	if (form.get("intent") === "withdraw") {
		const version = parseForm(withdrawal, form).values?.version ?? 0;
		const withdrawn = await commanding((work) => withdrawClaim(work, params.claimId, version));
		if (withdrawn.refused?.[0]?.code === "missing") missing();
		if (withdrawn.refused) return data({ refusals: withdrawn.refused, given: {} }, 422);
		return redirectWithToast(page, claimWords.claimWithdrawn);
	}
	const parsed = parseForm(claimChange, form);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => changeClaim(work, params.claimId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(page, text.saved);
}

export default function ClaimEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const claimWords = claimText[language];
	const { claim, student, companions, togetherWith } = loaderData;
	const page = `/placement/students/${student.id}`;
	const title = claimWords.claimEditTitle(claim.courseName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={`${claim.periodName}, ${daysOf(language, claim)}`}
				trail={[
					{ to: "/placement/students", label: text.title },
					{ to: page, label: student.name },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{ priority: claim.priority, priorityReason: claim.priorityReason, togetherWith }}
				labels={text.fields}
				say={saying(language, rosterText[language].refusals)}
			>
				<input type="hidden" name="version" value={claim.version} />
				<Field name="priority" kind="number" whole required hint={text.hints.priority} />
				<Field name="priorityReason" maxLength={200} width="full" required="sometimes" />
				<Field
					name="togetherWith"
					kind="select"
					choices={companions}
					none={claimWords.alone}
					hint={text.hints.togetherWith}
				/>
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={page}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			<Section title={claimWords.claimWithdraw} lead={claimWords.withdrawLead}>
				<Form method="post">
					<input type="hidden" name="version" value={claim.version} />
					<button
						type="submit"
						className="ds-button"
						data-color="danger"
						data-variant="secondary"
						name="intent"
						value="withdraw"
					>
						{claimWords.claimWithdraw}
					</button>
				</Form>
			</Section>
		</div>
	);
}
