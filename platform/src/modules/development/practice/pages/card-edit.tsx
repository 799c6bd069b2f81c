import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { changeCard, networksToShow, openCard, removeCard } from "../../service.server.ts";
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
		const { title, setting, size, needed, done, better, same, worse, lesson, revalidateOn, visibility, version } = card;
		return {
			id: card.id,
			values: {
				...{ title, setting, size, needed, done, better, same, worse, lesson, revalidateOn, visibility, version },
				networkIds: networks.map(({ id }) => id),
			},
			networks: (await networksToShow(work, card)).map(({ id, name }) => ({ value: id, label: name })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const text = cardText[visit.language];
	const { cardId } = params;
	return changeOrRemove(visit, request, {
		schema: cardChange,
		change: (work, values) => changeCard(work, cardId, values),
		remove: (work, version) => removeCard(work, cardId, version),
		changed: () => ({ to: `/development/practice/${cardId}`, toast: text.changed }),
		removed: { to: "/development/practice", toast: text.removed },
	});
}

/** What a card says and who reads it, to be changed; or all of it taken away, where nobody has tried it out. */
export default function CardEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [cardText[language], practiceText[language]];
	const { id, values, networks } = loaderData;
	const here = `/development/practice/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${values.title}`)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/development/practice", label: words.title },
					{ to: here, label: values.title },
				]}
			/>
			<ChangeOrRemove
				answer={actionData}
				values={values}
				labels={text.fields}
				say={saying(language, words.refusals)}
				text={text}
				cancelTo={here}
			>
				<CardFields networks={networks} />
			</ChangeOrRemove>
		</div>
	);
}
