import { data } from "react-router";
import { givenIn } from "../../../../forms/parse.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayPlan } from "../../rules.ts";
import { answerAsked, openAsked } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { askedText } from "../answer.text.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/asked";
import { AskedForm } from "./AskedForm.tsx";
import { readAskedForm, viewOf } from "./asked-form.server.ts";

/** What a unit has and needs, said by its leader or whoever plans. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => ({
		view: viewOf(language, (await openAsked(work, params.askedId)) ?? missing()),
		plans: mayPlan(await mandateOf(work)),
	}));
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { askedId } = params;
	const form = await request.formData();
	const sent = readAskedForm(form);
	if (sent.refused) return data(sent.refused, 422);
	const outcome = await commanding((work) => answerAsked(work, askedId, sent));
	if (outcome.refused) return data({ refusals: outcome.refused.map(sent.back), given: givenIn(form) }, 422);
	const back = await reading(async (work) => {
		const opened = await openAsked(work, askedId);
		return opened && mayPlan(await mandateOf(work)) ? `/competence/collections/${opened.collection.id}` : null;
	});
	return redirectWithToast(back ?? `/competence/asked/${askedId}`, askedText[language].sent);
}

/** Also after a refusal: another may have answered meanwhile. */
export const shouldRevalidate = () => true;

export default function AskedPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = askedText[language];
	const { view, plans } = loaderData;
	const { collection, unitName } = view;
	const back = plans ? `/competence/collections/${collection.id}` : "/";
	const room = { to: "/competence", label: competenceText[language].title };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title(unitName))}</title>
			<PageHeader
				title={text.title(unitName)}
				lead={text.lead(collection.name, formatShortDate(language, collection.answerBy))}
				trail={
					plans
						? [
								{ to: "/competence/collections", label: collectText[language].title },
								{ to: back, label: collection.name },
							]
						: [room]
				}
			/>
			<AskedForm
				view={view}
				refused={actionData}
				actions={
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{text.cancel}
					</Link>
				}
			/>
		</div>
	);
}
