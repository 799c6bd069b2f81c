import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { chooseFacts, offerFacts, openApplication } from "../../service.server.ts";
import { applyText } from "../text.ts";
import type { Route } from "./+types/application-facts";

/** What the house holds that the application can say, each with its source and day; the applicant chooses. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	return reading(async (work) => {
		const { application, content, facts, can } = (await openApplication(work, params.applicationId)).done ?? missing();
		if (!can.lead) missing();
		return {
			...{ id: application.id, title: content.title, offered: await offerFacts(work, language) },
			taken: facts.map(({ key }) => key),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const keys = new Set((await request.formData()).getAll("facts").map(String));
	const outcome = await commanding(async (work) => {
		const offered = await offerFacts(work, language);
		return chooseFacts(
			work,
			params.applicationId,
			offered.filter(({ key }) => keys.has(key)),
		);
	});
	if (outcome.refused) missing();
	return redirectWithToast(`/funding/applications/${params.applicationId}`, applyText[language].factsSaved);
}

export default function ApplicationFacts({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = applyText[language];
	const { id, title, offered, taken } = loaderData;
	const here = `/funding/applications/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.factsTitle)}</title>
			<PageHeader title={text.factsTitle} lead={text.factsLead} trail={[{ to: here, label: title }]} />
			{offered.length === 0 ? (
				<EmptyState title={text.noFacts} action={{ to: here, label: text.title }} />
			) : (
				<TaskForm labels={{ facts: text.facts }} values={{ facts: taken }}>
					<Field
						name="facts"
						kind="checkboxes"
						required="sometimes"
						choices={offered.map(({ key, label, value, source, asOf }) => ({
							...{ value: key, label: `${label}: ${value}` },
							hint: [source, asOf && text.asOf(formatShortDate(language, asOf))].filter(Boolean).join(", "),
						}))}
					/>
					<div className="task-buttons">
						<SubmitButton>{text.save}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={here}>
							{text.cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
