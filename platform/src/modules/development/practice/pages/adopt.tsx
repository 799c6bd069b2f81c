import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Card } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { projectChoices } from "../../project/pages/choices.server.ts";
import { ProjectFields } from "../../project/pages/ProjectFields.tsx";
import { projectPageText } from "../../project/pages/project.text.ts";
import { projectText } from "../../project/text.ts";
import { adoptCard, openCard } from "../../service.server.ts";
import { adoptionFacts } from "../contract.ts";
import { practiceText } from "../text.ts";
import type { Route } from "./+types/adopt";
import { cardText } from "./card.text.ts";

/** Begins a project that tries out a card: what is different here and what is changed first, then what every project says. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openCard(work, params.cardId);
		if (!opened?.can.adopt) missing();
		const { card } = opened;
		const { units, email } = await projectChoices(work);
		return {
			...{ units, id: card.id, title: card.title, purpose: card.result?.purpose ?? "" },
			values: {
				...{ firstDay: work.today, statusDays: 42, leaderName: actor.name, leaderEmail: email },
				...{ title: card.title, novelty: "builds-on" },
				buildsOn: cardText[language].adoptFrom(card.title, card.organisationName),
			},
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(adoptionFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => adoptCard(work, params.cardId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${outcome.done.projectId}/goals`, cardText[language].adopted);
}

export default function Adopt({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, page] = [cardText[language], projectPageText[language]];
	const words = { ...projectText[language].refusals, ...practiceText[language].refusals };
	const { id, title, purpose, units, values } = loaderData;
	const here = `/development/practice/${id}`;
	const long = { kind: "textarea", rows: 3, width: "full", maxLength: 2000 } as const;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.adoptTitle}: ${title}`)}</title>
			<PageHeader
				title={text.adoptTitle}
				lead={text.adoptLead}
				trail={[
					{ to: "/development/practice", label: practiceText[language].title },
					{ to: here, label: title },
				]}
			/>
			<Card tinted>
				<p>
					<strong>{text.purposeThere}</strong>
				</p>
				<p className="ds-paragraph pre-line">{purpose}</p>
			</Card>
			<TaskForm
				refused={actionData}
				values={values}
				labels={{ ...page.fields, ...{ differs: text.fields.differs, changes: text.fields.changes } }}
				say={saying(language, words)}
			>
				<Field name="differs" {...long} hint={text.hints.differs} required />
				<Field name="changes" {...long} hint={text.hints.changes} required />
				<ProjectFields units={units} />
				<div className="task-buttons">
					<SubmitButton>{page.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
