import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ConfirmPage } from "../../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { archiveCourse, readCourse } from "../service.server.ts";
import { courseText } from "../text.ts";
import type { Route } from "./+types/course-archive";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { course, can } = (await reading((work) => readCourse(work, params.courseId))) ?? missing();
	if (!can.change) missing();
	return { id: course.id, name: course.name, version: course.version, isArchived: course.archivedOn !== null };
}

const asked = z.object({ version: z.int(), archived: z.boolean() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => archiveCourse(work, params.courseId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	const text = courseText[language];
	return redirectWithToast(
		`/placement/courses/${params.courseId}`,
		parsed.values.archived ? text.isArchived : text.isRestored,
	);
}

export default function CourseArchive({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = courseText[language];
	const { id, name, version, isArchived } = loaderData;
	const page = `/placement/courses/${id}`;
	const title = isArchived ? text.restore : text.archiveTitle(name);
	return (
		<>
			<title>{houseText[language].pageTitle(title)}</title>
			<ConfirmPage
				title={title}
				trail={[
					{ to: "/placement/courses", label: text.title },
					{ to: page, label: name },
				]}
				action={`${page}/archive`}
				submit={isArchived ? text.restore : text.archive}
				cancelTo={page}
				refused={actionData}
				say={saying(language, text.refusals)}
			>
				<p className="ds-paragraph">{isArchived ? text.restoreLead : text.archiveLead}</p>
				<input type="hidden" name="version" value={version} />
				{!isArchived && <input type="hidden" name="archived" value="on" />}
			</ConfirmPage>
		</>
	);
}
