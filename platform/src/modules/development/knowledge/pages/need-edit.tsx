import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { projectChoices } from "../../project/pages/choices.server.ts";
import { changeNeed, openNeed, removeNeed } from "../../service.server.ts";
import { needChange } from "../contract.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/need-edit";
import { NeedFields } from "./NeedFields.tsx";
import { needPageText } from "./need.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const need = await openNeed(work, params.needId);
		if (!need?.mayChange || need.closedOn !== null) missing();
		const { units } = await projectChoices(work);
		return { need: { ...need, importance: `${need.importance}` }, units, today: work.today };
	});
}

export async function action({ context, request, params: { needId } }: Route.ActionArgs) {
	const visit = representing(context, request);
	const text = needPageText[visit.language];
	return changeOrRemove(visit, request, {
		schema: needChange,
		change: (work, values) => changeNeed(work, needId, values),
		remove: (work, version) => removeNeed(work, needId, version),
		changed: () => ({ to: `/development/needs/${needId}`, toast: text.changed }),
		removed: { to: "/development/needs", toast: text.removed },
	});
}

/** What a need says, to be changed or deleted. */
export default function NeedEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [needPageText[language], needText[language]];
	const { need, units, today } = loaderData;
	const here = `/development/needs/${need.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editTitle)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/development/needs", label: words.title },
					{ to: here, label: need.question },
				]}
			/>
			<ChangeOrRemove
				answer={actionData}
				values={need}
				labels={text.fields}
				say={saying(language, words.refusals)}
				text={text}
				cancelTo={here}
			>
				<NeedFields units={units} today={today} />
			</ChangeOrRemove>
		</div>
	);
}
