import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { WhyWishes } from "../../round/pages/WhyWishes.tsx";
import { whyPlaced } from "../../round/why.server.ts";
import { reconsiderBy } from "../reconsider.ts";
import { readPlacement } from "../service.server.ts";
import type { Route } from "./+types/link-placement";
import { StudentAnswerForm } from "./AnswerForms.tsx";
import { takeAnswer } from "./answer.server.ts";
import { answeredText } from "./answered.ts";
import { PlacementFacts } from "./PlacementFacts.tsx";
import { PlacementStatus } from "./PlacementStatus.tsx";
import { publishPagesText } from "./publish.text.ts";
import { OwnReconsideration } from "./Reconsideration.tsx";

/** A student's own placement, by link from the mail: where, when, and the answer. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { actor, reading } = await linkVisit(context, params.token, "placement-answer");
	const page = (await reading((work) => readPlacement(work, actor.objectId))) ?? missing();
	// The link acts for whoever runs the round, whose run it is.
	const told = await whyPlaced(reading, page.placement);
	return { ...page, dueOn: reconsiderBy(page.placement), why: told?.why ?? null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { actor, link, visit, commanding } = await linkVisit(context, params.token, "placement-answer");
	const taken = await takeAnswer(commanding, await request.formData(), actor.objectId, link.recipientName ?? "");
	if (taken.refused) return data(taken.refused, 422);
	const here = `/link/${encodeURIComponent(params.token)}/placement`;
	return redirectWithToast(here, answeredText(visit.language, taken.answered));
}

export default function LinkPlacement({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishPagesText[language];
	const { placement, can, why, dueOn } = loaderData;
	const title = `${placement.courseName}: ${placement.siteName}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={title} tags={<PlacementStatus state={placement.state} />} />
			<PlacementFacts placement={placement} dueOn={dueOn} />
			{placement.studentAnswer === "reconsider" && <OwnReconsideration placement={placement} dueOn={dueOn} />}
			{why && <WhyWishes why={why} />}
			{can.answer && <StudentAnswerForm placement={placement} sent={actionData} />}
		</div>
	);
}
