import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { studentChange } from "../contract.ts";
import { changeStudent, readStudent } from "../service.server.ts";
import type { Route } from "./+types/student-edit";
import { StudentForm } from "./StudentForm.tsx";
import { studentsText } from "./students.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const { student, can } = (await reading((work) => readStudent(work, params.studentId))) ?? missing();
	if (!can.change) missing();
	return { student };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(studentChange, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => changeStudent(work, params.studentId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/placement/students/${params.studentId}`, studentsText[language].saved);
}

export default function StudentEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const { student } = loaderData;
	const page = `/placement/students/${student.id}`;
	const title = text.editTitle(student.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/placement/students", label: text.title },
					{ to: page, label: student.name },
				]}
			/>
			<StudentForm institutions={null} student={student} refused={actionData} cancelTo={page} />
		</div>
	);
}
