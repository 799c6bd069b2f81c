import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { changeResearch, openResearch, removeResearch } from "../../service.server.ts";
import { researchChange } from "../contract.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/research-edit";
import { ResearchFields } from "./ResearchFields.tsx";
import { researchPageText } from "./research.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { asks, can, ...research } = (await openResearch(work, params.researchId)) ?? missing();
		if (!can.keep || research.endedOn !== null) missing();
		return { research, isAsked: asks.length > 0 };
	});
}

export async function action({ context, request, params: { researchId } }: Route.ActionArgs) {
	const visit = representing(context, request);
	const text = researchPageText[visit.language];
	return changeOrRemove(visit, request, {
		schema: researchChange,
		change: (work, values) => changeResearch(work, researchId, values),
		remove: (work, version) => removeResearch(work, researchId, version),
		changed: () => ({ to: `/development/research/${researchId}`, toast: text.changed }),
		removed: { to: "/development/research", toast: text.removed },
	});
}

/** What research says, to be changed; or deleted as long as nobody is asked. */
export default function ResearchEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { research, isAsked } = loaderData;
	const here = `/development/research/${research.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${research.title}`)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/development/research", label: words.title },
					{ to: here, label: research.title },
				]}
			/>
			<ChangeOrRemove
				answer={actionData}
				values={research}
				labels={text.fields}
				say={saying(language, words.refusals)}
				text={text}
				cancelTo={here}
				removable={!isAsked}
			>
				<ResearchFields />
			</ChangeOrRemove>
		</div>
	);
}
