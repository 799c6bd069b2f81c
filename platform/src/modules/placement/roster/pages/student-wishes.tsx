import { data } from "react-router";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { readStudent } from "../service.server.ts";
import type { Route } from "./+types/student-wishes";
import { daysOf } from "./period-label.ts";
import { studentsText } from "./students.text.ts";
import { WishEditor } from "./WishEditor.tsx";
import { loadWishes, pressWish } from "./wish-page.server.ts";
import { toldOf } from "./wish-told.ts";

/** A student's wishes as those who work with placement see them; a coordinator writes them on the student's behalf. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const typed = url.searchParams.get("q")?.trim().slice(0, 100) ?? "";
	return reading(async (work) => {
		const view = (await readStudent(work, params.studentId)) ?? missing();
		if (!view.claims.some(({ id }) => id === params.claimId)) missing();
		return (await loadWishes(work, params.claimId, typed, language)) ?? missing();
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const outcome = await commanding((work) => pressWish(work, params.claimId, form));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused }, 422);
	}
	return redirectWithToast(
		`/placement/students/${params.studentId}/wishes/${params.claimId}`,
		toldOf(language, outcome.done.step),
	);
}

export default function StudentWishes({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const { claim } = loaderData;
	const page = `/placement/students/${params.studentId}`;
	const title = text.behalfTitle(claim.studentName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={`${claim.courseName}, ${claim.periodName}, ${daysOf(language, claim)}`}
				trail={[
					{ to: "/placement/students", label: text.title },
					{ to: page, label: claim.studentName },
				]}
			/>
			<WishEditor data={loaderData} action={`${page}/wishes/${claim.id}`} refusals={actionData?.refusals} />
		</div>
	);
}
