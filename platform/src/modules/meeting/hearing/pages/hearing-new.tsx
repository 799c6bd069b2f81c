import { data } from "react-router";
import { addDays } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { findObjects } from "../../../../registry/objects.server.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { isId } from "../../../organisation/contract.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { ObjectSearch } from "../../pages/ObjectSearch.tsx";
import { foundObjects } from "../../pages/objects.server.ts";
import { pointsText } from "../../pages/points.text.ts";
import { hearingFacts } from "../contract.ts";
import { mayHoldHearings } from "../rules.ts";
import { createHearing } from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/hearing-new";
import { HearingForm } from "./HearingForm.tsx";
import { hearingPagesText } from "./hearing.text.ts";

/** Weeks people are given unless another last day is chosen. */
const usualWeeks = 3;

/** A new hearing; `?kind=agreement&id=…` is about that object. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, actor, url, language } = representing(context, request);
	return reading(async (work) => {
		if (!mayHoldHearings({ ...(await mandateOf(work)), personId: actor.personId })) missing();
		const [kind, id] = [url.searchParams.get("kind"), url.searchParams.get("id")];
		const objects = kind !== null && id !== null && isId(id) ? await findObjects(work, [{ kind, id }]) : [];
		const search = await foundObjects(work, url, language);
		return { object: objects[0] ?? null, search, today: work.today, lastDay: addDays(work.today, 7 * usualWeeks) };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(hearingFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => createHearing(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/hearings/${outcome.done.id}`, hearingPagesText[language].created);
}

export default function HearingNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const { object, search, today, lastDay } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/arenas/hearings", label: hearingText[language].title }]} />
			{object === null && (
				<Details summary={pointsText[language].pickForHearing} open={search.found !== null}>
					<ObjectSearch
						{...search}
						choose={(one) => (
							<Link
								className="ds-button"
								data-variant="secondary"
								data-size="sm"
								to={`/hearings/new?kind=${one.kind}&id=${one.id}`}
							>
								{pointsText[language].choose}
								<span className="visually-hidden">: {one.title}</span>
							</Link>
						)}
					/>
				</Details>
			)}
			<HearingForm
				key={object?.id ?? ""}
				refused={actionData}
				values={{ title: object?.title ?? "", phase: "plan", lastDay }}
				{...{ object, today }}
				submit={text.create}
				cancelTo={object?.path ?? "/arenas/hearings"}
			/>
		</div>
	);
}
