import { data } from "react-router";
import { addMonths } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { projectText } from "../../project/text.ts";
import { addCard, networksToShow, openProject } from "../../service.server.ts";
import { revalidateMonths } from "../codes.ts";
import { cardFacts } from "../contract.ts";
import { practiceText } from "../text.ts";
import type { Route } from "./+types/card-new";
import { CardFields } from "./CardFields.tsx";
import { cardText } from "./card.text.ts";

/** Makes a practice card of a project; what the project has said already is filled in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProject(work, params.projectId);
		if (!opened?.mayChange || opened.project.state === "draft") missing();
		const { project, ending, unitName } = opened;
		const networks = await networksToShow(work, project);
		const isBetter = ending?.reached === "yes" || ending?.reached === "partly";
		return {
			...{ id: project.id, title: project.title, underWay: project.state === "running" },
			networks: networks.map(({ id, name }) => ({ value: id, label: name })),
			values: {
				...{ title: project.title, setting: unitName ?? "", lesson: ending?.lesson ?? "" },
				...{ better: isBetter ? ending.answer : "", same: ending && !isBetter ? ending.answer : "" },
				...{ visibility: "organisation", revalidateOn: addMonths(work.today, revalidateMonths) },
			},
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(cardFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addCard(work, params.projectId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/practice/${outcome.done.id}`, cardText[language].created);
}

export default function CardNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = cardText[language];
	const { id, title, underWay, networks, values } = loaderData;
	const here = `/development/projects/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.newTitle}: ${title}`)}</title>
			<PageHeader
				title={text.newTitle}
				lead={underWay ? `${text.newLead} ${text.underWayLead}` : text.newLead}
				trail={[
					{ to: "/development", label: projectText[language].title },
					{ to: here, label: title },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={values}
				labels={text.fields}
				say={saying(language, practiceText[language].refusals)}
			>
				<CardFields networks={networks} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
