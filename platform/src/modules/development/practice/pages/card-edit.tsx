import { data } from "react-router";
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
import { changeCard, networksToShow, openCard } from "../../service.server.ts";
import { cardChange } from "../contract.ts";
import { practiceText } from "../text.ts";
import type { Route } from "./+types/card-edit";
import { CardFields } from "./CardFields.tsx";
import { cardText } from "./card.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openCard(work, params.cardId);
		if (!opened?.can.change) missing();
		const { card, networks } = opened;
		const all = await networksToShow(work, card);
		return {
			values: { ...card, networkIds: networks.map(({ id }) => id) },
			networks: all.map(({ id, name }) => ({ value: id, label: name })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(cardChange, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeCard(work, params.cardId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/practice/${params.cardId}`, cardText[language].changed);
}

export default function CardEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [cardText[language], practiceText[language]];
	const { values, networks } = loaderData;
	const { title, setting, size, needed, done, better, same, worse, lesson, revalidateOn, visibility } = values;
	const here = `/development/practice/${values.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${title}`)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/development/practice", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{
					...{ title, setting, size, needed, done, better, same, worse, lesson, revalidateOn, visibility },
					networkIds: values.networkIds,
				}}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<input type="hidden" name="version" value={values.version} />
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
