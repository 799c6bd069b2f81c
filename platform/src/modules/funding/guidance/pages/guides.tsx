import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { nameGuides, readGuides } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { guideKinds } from "../codes.ts";
import { guidanceText } from "../text.ts";
import type { Route } from "./+types/guides";

/** Who gives guidance, and who of them supervises too. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return { people: (await reading(readGuides)) ?? missing() };
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const said = new Map(
		[...form].flatMap(([name, value]) => {
			const kind = guideKinds.find((one) => one === value);
			return name.startsWith("is-") && kind ? [[name.slice(3), kind] as const] : [];
		}),
	);
	const outcome = await commanding((work) => nameGuides(work, said));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirectWithToast("/funding/guidance/guides", guidanceText[language].guidesSaved);
}

export default function Guides({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = guidanceText[language];
	const { people } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.guides)}</title>
			<PageHeader title={text.guides} lead={text.guidesLead} trail={[{ to: "/funding/guidance", label: text.title }]} />
			{people.length === 0 ? (
				<EmptyState title={text.guides}>{text.nobody}</EmptyState>
			) : (
				<TaskForm
					refused={actionData}
					values={Object.fromEntries(people.map(({ personId, is }) => [`is-${personId}`, is]))}
					labels={Object.fromEntries(people.map(({ personId, name }) => [`is-${personId}`, name]))}
					say={saying(language, fundingText[language].refusals)}
				>
					{people.map(({ personId }) => (
						<Field
							key={personId}
							name={`is-${personId}`}
							kind="select"
							required
							choices={guideKinds.map((value) => ({ value, label: text.guideKinds[value] }))}
						/>
					))}
					<SubmitButton>{text.saveGuides}</SubmitButton>
				</TaskForm>
			)}
		</div>
	);
}
