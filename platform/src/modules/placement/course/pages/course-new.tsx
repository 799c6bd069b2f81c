import { data } from "react-router";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { listInstitutions } from "../../institutions.server.ts";
import { mayCoordinate, sideOf } from "../../rules.ts";
import { courseValues } from "../contract.ts";
import { createCourse } from "../service.server.ts";
import { courseText } from "../text.ts";
import type { Route } from "./+types/course-new";
import { CourseForm } from "./CourseForm.tsx";
import { listSettingChoices, parseWithInstitution } from "./course-choices.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		return {
			institutions: isInstitution(actor.organisationKind) ? null : await listInstitutions(work),
			settings: await listSettingChoices(work, language),
		};
	});
}

function isInstitution(kind: string | null): boolean {
	return sideOf(kind ?? "") === "institution";
}

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, language, reading, commanding } = representing(context, request);
	const own = isInstitution(actor.organisationKind) ? actor.organisationId : null;
	const choices = own === null ? await reading(listInstitutions) : [];
	const parsed = parseWithInstitution(courseValues, await request.formData(), choices, own);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => createCourse(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/placement/courses/${outcome.done.id}`, courseText[language].created);
}

export default function CourseNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = courseText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: "/placement/courses", label: text.title }]} />
			<CourseForm {...loaderData} refused={actionData} cancelTo="/placement/courses" />
		</div>
	);
}
