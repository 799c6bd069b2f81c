import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { periodValues } from "../contract.ts";
import { addPeriod, readCourse } from "../service.server.ts";
import { courseText } from "../text.ts";
import type { Route } from "./+types/period-new";
import { PeriodForm } from "./PeriodForm.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { course, can } = (await reading((work) => readCourse(work, params.courseId))) ?? missing();
	if (!can.change || course.archivedOn !== null) missing();
	return { id: course.id, name: course.name };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(periodValues, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => addPeriod(work, params.courseId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/placement/courses/${params.courseId}`, courseText[language].periodCreated);
}

export default function PeriodNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = courseText[language];
	const page = `/placement/courses/${loaderData.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newPeriodTitle)}</title>
			<PageHeader
				title={text.newPeriodTitle}
				trail={[
					{ to: "/placement/courses", label: text.title },
					{ to: page, label: loaderData.name },
				]}
			/>
			<PeriodForm refused={actionData} cancelTo={page} />
		</div>
	);
}
