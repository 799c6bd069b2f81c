import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { reconsiderBy } from "../reconsider.ts";
import { readPlacementOfLink } from "../service.server.ts";
import { whyForStudent } from "../why.server.ts";
import type { Route } from "./+types/link-placement";
import { takeAnswer } from "./answer.server.ts";
import { answeredText } from "./answered.ts";
import { StudentPlacement } from "./StudentPlacement.tsx";

/** A student's own placement, by link from the mail: the one it was about, or the one that came in its place. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading, visit } = await linkVisit(context, params.token, "placement-answer");
	const page = (await reading(readPlacementOfLink)) ?? missing();
	return { page, dueOn: reconsiderBy(page.placement), why: await whyForStudent(visit.house.database, page) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { link, visit, reading, commanding } = await linkVisit(context, params.token, "placement-answer");
	const { placement } = (await reading(readPlacementOfLink)) ?? missing();
	const taken = await takeAnswer(commanding, await request.formData(), placement.id, link.recipientName ?? "");
	if (taken.refused) return data(taken.refused, 422);
	const here = `/link/${encodeURIComponent(params.token)}/placement`;
	return redirectWithToast(here, answeredText(visit.language, taken.answered));
}

export default function LinkPlacement({ loaderData, actionData }: Route.ComponentProps) {
	return <StudentPlacement {...loaderData} sent={actionData} />;
}
