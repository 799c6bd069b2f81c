import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { periodChange } from "../contract.ts";
import { changePeriod, readCourse } from "../service.server.ts";
import { courseText } from "../text.ts";
import type { Route } from "./+types/period-edit";
import { PeriodForm } from "./PeriodForm.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { course, periods, can } = (await reading((work) => readCourse(work, params.courseId))) ?? missing();
	if (!can.change || course.archivedOn !== null) missing();
	const period = periods.find(({ id }) => id === params.periodId) ?? missing();
	return { id: course.id, name: course.name, period };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(periodChange, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => changePeriod(work, params.courseId, params.periodId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/placement/courses/${params.courseId}`, courseText[language].saved);
}

export default function PeriodEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = courseText[language];
	const { id, name, period } = loaderData;
	const page = `/placement/courses/${id}`;
	const title = text.editPeriodTitle(period.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/placement/courses", label: text.title },
					{ to: page, label: name },
				]}
			/>
			<PeriodForm period={period} refused={actionData} cancelTo={page} />
		</div>
	);
}
