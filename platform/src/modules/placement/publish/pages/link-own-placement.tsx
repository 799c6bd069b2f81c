import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { wishesText } from "../../roster/pages/wishes.text.ts";
import { wishPurpose } from "../../roster/service.server.ts";
import { reconsiderBy } from "../reconsider.ts";
import { readPlacement } from "../service.server.ts";
import { whyForStudent } from "../why.server.ts";
import type { Route } from "./+types/link-own-placement";
import { takeAnswer } from "./answer.server.ts";
import { answeredText } from "./answered.ts";
import { StudentPlacement } from "./StudentPlacement.tsx";

/** The placement that came of the wishes, by the very link they were stated by. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading, visit } = await linkVisit(context, params.token, wishPurpose);
	const page = (await reading((work) => readPlacement(work, params.placementId))) ?? missing();
	return { page, dueOn: reconsiderBy(page.placement), why: await whyForStudent(visit.house.database, page) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { link, visit, commanding } = await linkVisit(context, params.token, wishPurpose);
	const taken = await takeAnswer(commanding, await request.formData(), params.placementId, link.recipientName ?? "");
	if (taken.refused) return data(taken.refused, 422);
	const here = `/link/${encodeURIComponent(params.token)}/wishes/placements/${params.placementId}`;
	return redirectWithToast(here, answeredText(visit.language, taken.answered));
}

export default function LinkOwnPlacement({ loaderData, actionData, params }: Route.ComponentProps) {
	const trail = [{ to: `/link/${params.token}/wishes`, label: wishesText[useLanguage()].ownTitle }];
	return <StudentPlacement {...loaderData} sent={actionData} trail={trail} />;
}
