import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { courseChange } from "../contract.ts";
import { changeCourse, readCourse } from "../service.server.ts";
import { courseText } from "../text.ts";
import type { Route } from "./+types/course-edit";
import { CourseForm } from "./CourseForm.tsx";
import { listSettingChoices } from "./course-choices.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { course, can } = (await readCourse(work, params.courseId)) ?? missing();
		if (!can.change || course.archivedOn !== null) missing();
		return { course, settings: await listSettingChoices(work, language) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(courseChange, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => changeCourse(work, params.courseId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/placement/courses/${params.courseId}`, courseText[language].saved);
}

export default function CourseEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = courseText[language];
	const { course, settings } = loaderData;
	const page = `/placement/courses/${course.id}`;
	const title = text.editTitle(course.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/placement/courses", label: text.title },
					{ to: page, label: course.name },
				]}
			/>
			<CourseForm institutions={null} settings={settings} course={course} refused={actionData} cancelTo={page} />
		</div>
	);
}
