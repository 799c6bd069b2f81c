import { data } from "react-router";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { parseWithInstitution } from "../../course/pages/course-choices.server.ts";
import { listInstitutions } from "../../institutions.server.ts";
import { mayCoordinate, sideOf } from "../../rules.ts";
import { studentValues } from "../contract.ts";
import { createStudent } from "../service.server.ts";
import type { Route } from "./+types/student-new";
import { StudentForm } from "./StudentForm.tsx";
import { studentsText } from "./students.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const own = sideOf(actor.organisationKind ?? "") === "institution";
		return { institutions: own ? null : await listInstitutions(work) };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, language, reading, commanding } = representing(context, request);
	const own = sideOf(actor.organisationKind ?? "") === "institution" ? actor.organisationId : null;
	const choices = own === null ? await reading(listInstitutions) : [];
	const parsed = parseWithInstitution(studentValues, await request.formData(), choices, own);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => createStudent(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/placement/students/${outcome.done.id}`, studentsText[language].created);
}

export default function StudentNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/placement/students", label: text.title }]} />
			<StudentForm {...loaderData} refused={actionData} cancelTo="/placement/students" />
		</div>
	);
}
