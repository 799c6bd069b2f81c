import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ConfirmPage } from "../../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { readStudent, removeStudent } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/student-remove";
import { studentsText } from "./students.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { student, can } = (await reading((work) => readStudent(work, params.studentId))) ?? missing();
	if (!can.change) missing();
	return { id: student.id, name: student.name, version: student.version };
}

const asked = z.object({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => removeStudent(work, params.studentId, parsed.values.version));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast("/placement/students", studentsText[language].removed);
}

export default function StudentRemove({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const { id, name, version } = loaderData;
	const page = `/placement/students/${id}`;
	return (
		<>
			<title>{houseText[language].pageTitle(text.removeTitle(name))}</title>
			<ConfirmPage
				title={text.removeTitle(name)}
				trail={[
					{ to: "/placement/students", label: text.title },
					{ to: page, label: name },
				]}
				action={`${page}/remove`}
				submit={text.remove}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, rosterText[language].refusals)}
			>
				<p className="ds-paragraph">{text.removeLead}</p>
				<input type="hidden" name="version" value={version} />
			</ConfirmPage>
		</>
	);
}
