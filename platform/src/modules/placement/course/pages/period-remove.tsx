import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { ConfirmPage } from "../../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { readCourse, removePeriod } from "../service.server.ts";
import { courseText } from "../text.ts";
import type { Route } from "./+types/period-remove";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { course, periods, can } = (await reading((work) => readCourse(work, params.courseId))) ?? missing();
	if (!can.change || course.archivedOn !== null) missing();
	const period = periods.find(({ id }) => id === params.periodId) ?? missing();
	return { id: course.id, name: course.name, period, isStanding: period.claims + period.requests > 0 };
}

const asked = z.object({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { courseId, periodId } = params;
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => removePeriod(work, courseId, periodId, parsed.values.version));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/placement/courses/${courseId}`, courseText[language].periodRemoved);
}

export default function PeriodRemove({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = courseText[language];
	const { id, name, period, isStanding } = loaderData;
	const page = `/placement/courses/${id}`;
	const title = text.removePeriodTitle(period.name);
	return (
		<>
			<title>{houseText[language].pageTitle(title)}</title>
			<ConfirmPage
				title={title}
				trail={[
					{ to: "/placement/courses", label: text.title },
					{ to: page, label: name },
				]}
				action={`${page}/periods/${period.id}/remove`}
				submit={text.removePeriod}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, text.refusals)}
			>
				{isStanding ? (
					<Alert tone="warning">{text.removePeriodStanding}</Alert>
				) : (
					<p className="ds-paragraph">{text.removePeriodLead}</p>
				)}
				<input type="hidden" name="version" value={period.version} />
			</ConfirmPage>
		</>
	);
}
