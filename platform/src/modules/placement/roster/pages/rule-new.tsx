import { data, Form, Link } from "react-router";
import type { Work } from "../../../../database/work.server.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import type { Language } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { findChoice } from "../../../../ui/choice.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { listOrganisations } from "../../../organisation/service.server.ts";
import { type StudentRuleKind, studentRuleKinds } from "../../codes.ts";
import { listSettingChoices } from "../../course/pages/course-choices.server.ts";
import { ruleNeeds } from "../codes.ts";
import { ruleValues } from "../contract.ts";
import { listSiteChoices } from "../rule.store.server.ts";
import { addRule, readStudent } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/rule-new";
import { studentText } from "./student.text.ts";
import { studentsText } from "./students.text.ts";

/** First which kind of rule, by the address; then what it needs to know. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	return reading(async (work) => {
		const { student, can } = (await readStudent(work, params.studentId)) ?? missing();
		if (!can.change) missing();
		const kind = studentRuleKinds.find((one) => one === url.searchParams.get("kind")) ?? null;
		return {
			student: { id: student.id, name: student.name },
			kind,
			targets: kind === null ? null : await listTargets(work, kind, language),
		};
	});
}

/** What a rule of a kind can point at; null where it points at nothing. */
async function listTargets(work: Work, kind: StudentRuleKind, language: Language): Promise<Choice[] | null> {
	switch (ruleNeeds[kind]) {
		case "municipality": {
			const { rows } = await listOrganisations(work, { kind: "municipality" });
			return rows.flatMap(({ number, name }) => (number === null ? [] : [{ value: number, label: name }]));
		}
		case "host": {
			const { rows } = await listOrganisations(work, {});
			return rows.map(({ id, name, number }) => ({ value: id, label: number === null ? name : `${name} (${number})` }));
		}
		case "site":
			return (await listSiteChoices(work, 2000)).map(({ id, name, hostName }) => ({
				value: id,
				label: `${name} (${hostName})`,
			}));
		case "setting":
			return listSettingChoices(work, language);
		default:
			return null;
	}
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const kind = studentRuleKinds.find((one) => one === form.get("kind")) ?? missing();
	const typed = String(form.get("target") ?? "");
	const targets = typed === "" ? null : await reading((work) => listTargets(work, kind, language));
	const read = new FormData();
	for (const [name, value] of form) if (name !== "target") read.append(name, value);
	if (typed !== "") read.set("target", findChoice(targets ?? [], typed)?.value ?? "?");
	const parsed = parseForm(ruleValues, read);
	const given = { ...parsed.given, target: typed };
	if (parsed.refusals) return data({ refusals: parsed.refusals, given }, 422);
	const outcome = await commanding((work) => addRule(work, params.studentId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		const refusals = outcome.refused.map((refusal) => ({ ...refusal, detail: { ...refusal.detail, name: typed } }));
		return data({ refusals, given }, 422);
	}
	return redirectWithToast(`/placement/students/${params.studentId}`, studentText[language].ruleCreated);
}

export default function RuleNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const about = studentText[language];
	const words = rosterText[language];
	const { student, kind, targets } = loaderData;
	const page = `/placement/students/${student.id}`;
	const cancel = (
		<Link className="ds-button" data-variant="tertiary" to={page}>
			{uiText[language].cancel}
		</Link>
	);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(about.ruleTitle)}</title>
			<PageHeader
				title={about.ruleTitle}
				lead={kind === null ? about.rulesLead : words.rules[kind]}
				trail={[
					{ to: "/placement/students", label: text.title },
					{ to: page, label: student.name },
				]}
			/>
			{kind === null ? (
				<Form method="get" className="task-form">
					<Field
						name="kind"
						kind="radio"
						required
						label={text.fields.kind}
						value="most-minutes"
						choices={studentRuleKinds.map((value) => ({ value, label: words.rules[value] }))}
					/>
					<div className="task-buttons">
						<button type="submit" className="ds-button">
							{about.ruleNext}
						</button>
						{cancel}
					</div>
				</Form>
			) : (
				<TaskForm refused={actionData} labels={text.fields} say={saying(language, words.refusals)}>
					<input type="hidden" name="kind" value={kind} />
					{ruleNeeds[kind] === "amount" && (
						<Field name="amount" kind="number" whole required hint={text.hints.amount} />
					)}
					{targets !== null && (
						<Field
							name="target"
							kind={ruleNeeds[kind] === "setting" ? "select" : "lookup"}
							required
							width="full"
							choices={targets}
						/>
					)}
					<Field name="firstDay" kind="date" />
					<Field name="lastDay" kind="date" />
					<div className="task-buttons">
						<SubmitButton>{about.ruleCreate}</SubmitButton>
						{cancel}
					</div>
				</TaskForm>
			)}
		</div>
	);
}
