import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { answerNeeds, openUnitAnswer } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/need-answer";
import { NeedForm } from "./NeedForm.tsx";
import { readNeedRows } from "./need-rows.server.ts";

/** What a unit needs, said by its leader or the coordinator. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({
		...((await openUnitAnswer(work, params.askedId)).done ?? missing()),
		isCoordinator: (await mayOf(work)).apply,
	}));
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { askedId } = params;
	const read = readNeedRows(await request.formData());
	if (read.refusals) return data(read, 422);
	const outcome = await commanding((work) => answerNeeds(work, askedId, read));
	if (outcome.refused) return data({ refusals: outcome.refused, given: read.given }, 422);
	const to = await reading(async (work) => {
		const { collection } = (await openUnitAnswer(work, askedId)).done ?? missing();
		return (await mayOf(work)).apply ? `/funding/collections/${collection.id}` : `/funding/needs/${askedId}`;
	});
	return redirectWithToast(to, collectText[language].sent);
}

/** Also after a refusal: another may have answered meanwhile. */
export const shouldRevalidate = () => true;

export default function NeedAnswer({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { asked, collection, needs, mayAnswer, isCoordinator } = loaderData;
	const back = `/funding/collections/${collection.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.answerTitle)}</title>
			<PageHeader
				title={text.answerTitle}
				lead={text.answerLead(asked.unitName, collection.title)}
				trail={
					isCoordinator ? [{ to: back, label: text.title }] : [{ to: "/funding", label: fundingText[language].calls }]
				}
			/>
			{collection.message !== "" && <p className="ds-paragraph written">{collection.message}</p>}
			<NeedForm
				version={asked.version}
				needs={needs}
				categories={collection.categories}
				mayAnswer={mayAnswer}
				refused={actionData}
				say={saying(language, fundingText[language].refusals)}
				actions={
					<Link className="ds-button" data-variant="tertiary" to={isCoordinator ? back : "/"}>
						{text.cancel}
					</Link>
				}
			/>
		</div>
	);
}
